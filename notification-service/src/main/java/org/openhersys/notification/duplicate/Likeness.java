package org.openhersys.notification.duplicate;

import java.time.LocalDate;
import java.util.Objects;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.Sex;

/**
 * By what a person is found again: kana, birth date and sex, or a phone and the birth date. What
 * the form does not say finds nobody.
 *
 * @param day of diagnosis or, while that is absent, of the report
 */
public record Likeness(
    @Nullable String kana,
    @Nullable LocalDate birthDate,
    @Nullable Sex sex,
    @Nullable String currentPhone,
    @Nullable String registeredPhone,
    LocalDate day) {

  /**
   * Whether somebody who is likely the same person was notified in another course than {@code
   * :course}, whoever may see it; as an expression of SQL.
   */
  public static final String SQL =
      """
      notification.likely_same_person(cast(:likeKana as text), cast(:likeBirthDate as date), cast(:likeSex as text),
        array[cast(:likeCurrentPhone as text), cast(:likeRegisteredPhone as text)], cast(:likeDay as date), cast(:course as uuid))\
      """;

  /** The likeness of the person of a form. */
  public static Likeness of(NotificationForm form, LocalDate today) {
    Patient patient = Objects.requireNonNullElse(form.patient(), Patient.UNKNOWN);
    return new Likeness(
        patient.nameKana(),
        patient.birthDate(),
        patient.sex(),
        Objects.requireNonNullElse(form.currentLocation(), Address.UNKNOWN).phone(),
        Objects.requireNonNullElse(form.registeredAddress(), Address.UNKNOWN).phone(),
        Objects.requireNonNullElse(form.diagnosisDate(), today));
  }

  /**
   * The same around today, whatever the form says of the diagnosis: whoever only asks would learn
   * the other's date by asking with one date after another.
   */
  Likeness around(LocalDate today) {
    return new Likeness(kana, birthDate, sex, currentPhone, registeredPhone, today);
  }

  /** Binds what {@link #SQL} asks, but for the course. */
  public <S extends SqlStatement<S>> S bind(S statement) {
    return statement
        .bind("likeKana", kana)
        .bind("likeBirthDate", birthDate)
        .bind("likeSex", sex == null ? null : sex.name())
        .bind("likeCurrentPhone", currentPhone)
        .bind("likeRegisteredPhone", registeredPhone)
        .bind("likeDay", day);
  }
}
