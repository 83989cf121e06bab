package org.openhersys.notification.submission;

import java.time.LocalDate;
import java.util.Objects;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.CurrentStatus;
import org.openhersys.notification.form.NotificationForm;

/**
 * A form as the columns of its revision: the document, and beside it what lists and cases show.
 *
 * @param municipality where the patient is or, while that is unknown, is registered
 */
public record FormColumns(
    String document,
    String category,
    @Nullable LocalDate diagnosisDate,
    @Nullable String attestedBy,
    @Nullable String name,
    @Nullable String nameKana,
    String sex,
    @Nullable LocalDate birthDate,
    @Nullable String municipality,
    @Nullable String status) {

  /** Of a form that has the minimum set. */
  static FormColumns of(NotificationForm form, KeptJson json) {
    NotificationForm.Judged judged = form.judged();
    CurrentStatus status = form.currentStatus();
    return new FormColumns(
        json.write(form),
        judged.category().name(),
        form.diagnosisDate(),
        said(form.attestedBy()),
        judged.patient().name(),
        said(judged.patient().nameKana()),
        judged.sex().name(),
        judged.patient().birthDate(),
        municipality(form),
        status == null ? null : status.name());
  }

  /** Binds the columns; the form has the minimum set. */
  public static <S extends SqlStatement<S>> S bind(
      S statement, NotificationForm form, KeptJson json) {
    FormColumns columns = of(form, json);
    return statement
        .bind("document", columns.document())
        .bind("category", columns.category())
        .bind("diagnosisDate", columns.diagnosisDate())
        .bind("attestedBy", columns.attestedBy())
        .bind("name", columns.name())
        .bind("nameKana", columns.nameKana())
        .bind("sex", columns.sex())
        .bind("birthDate", columns.birthDate())
        .bind("municipality", columns.municipality())
        .bind("status", columns.status());
  }

  private static @Nullable String municipality(NotificationForm form) {
    Address current = Objects.requireNonNullElse(form.currentLocation(), Address.UNKNOWN);
    Address registered = Objects.requireNonNullElse(form.registeredAddress(), Address.UNKNOWN);
    return current.municipalityCode() == null
        ? registered.municipalityCode()
        : current.municipalityCode();
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
