package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;
import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.after;
import static org.openhersys.notification.check.Violations.at;
import static org.openhersys.notification.check.Violations.atDates;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.catalogue.AskedOf;
import org.openhersys.notification.check.Examination.DateKind;
import org.openhersys.notification.check.Violations.Place;
import org.openhersys.notification.form.Age;
import org.openhersys.notification.form.Guardian;

/** Name, birth date, age and guardian. */
final class PersonChecks {
  private static final int OLDEST_EVER = 120;
  private static final int HARDLY_ANYBODY = 105;
  private static final Set<DateKind> AFTER_BIRTH =
      EnumSet.of(
          DateKind.ONSET, DateKind.FIRST_VISIT, DateKind.SAMPLING, DateKind.DOSE, DateKind.DEATH);

  static final List<LogicCheck> CHECKS =
      List.of(
          error(
              2,
              "DIAGNOSIS_BEFORE_BIRTH",
              "診断年月日が生年月日より前です。",
              "The date of diagnosis lies before the birth date.",
              at("/diagnosisDate", form -> after(birth(form), form.diagnosisDate()))),
          warning(
              2,
              "NAME_UNKNOWN_BUT_GIVEN",
              "氏名不詳とされていますが、氏名があります。",
              "The name is said to be unknown, but it is given.",
              at(
                  "/patient/nameUnknown",
                  form ->
                      Boolean.TRUE.equals(form.patient().nameUnknown())
                          && form.patient().name() != null)),
          warning(
              2,
              "BIRTH_DATE_UNKNOWN_BUT_GIVEN",
              "生年月日不詳とされていますが、生年月日があります。",
              "The birth date is said to be unknown, but it is given.",
              at(
                  "/patient/birthDateUnknown",
                  form ->
                      Boolean.TRUE.equals(form.patient().birthDateUnknown())
                          && birth(form) != null)),
          error(
              3,
              "AGE_OVER_120",
              "診断時の年齢が120歳を超えています。",
              "The age at diagnosis is above 120.",
              atAge(years -> years > OLDEST_EVER)),
          warning(
              3,
              "AGE_OVER_105",
              "診断時の年齢が105歳を超えています。生年月日（不詳のときは推定年齢）を確認してください。",
              "The age at diagnosis is above 105. Check the birth date, or the estimated age.",
              atAge(years -> years > HARDLY_ANYBODY && years <= OLDEST_EVER)),
          warning(
              4,
              "AGE_DIFFERS_FROM_BIRTH_DATE",
              "年齢が、生年月日と診断年月日から計算した年齢と異なります。",
              "The age differs from that computed from birth date and date of diagnosis.",
              at("/patient/ageAtDiagnosis", PersonChecks::ageDiffers)),
          error(
              5,
              "DATE_BEFORE_BIRTH",
              "生年月日より前の日付です。",
              "The date lies before the birth date.",
              atDates(AFTER_BIRTH, (form, day) -> after(birth(form), day))),
          warning(
              5,
              "INFECTION_BEFORE_BIRTH",
              "感染したと推定される年月日が生年月日より前です（垂直感染を除き、確認してください）。",
              "The infection lies before the birth; unless it was vertical, check it.",
              atDates(EnumSet.of(DateKind.INFECTION), (form, day) -> after(birth(form), day))),
          error(
              6,
              "BIRTH_DATE_IN_FUTURE",
              "生年月日が未来の日付です。",
              "The birth date lies in the future.",
              at("/patient/birthDate", form -> after(birth(form), form.today()))),
          warning(
              25,
              "GUARDIAN_MISSING",
              "未成年者ですが、保護者の氏名又は電話番号がありません。",
              "The patient is a minor, but the guardian's name or phone is not given.",
              form ->
                  AskedOf.MINOR.concerns(form.form())
                      ? lackingOfGuardian(form.guardian())
                      : Stream.empty()));

  private PersonChecks() {}

  private static @Nullable LocalDate birth(Examination form) {
    return form.patient().birthDate();
  }

  /** Told of the birth date or, where there is none, of the estimated age. */
  private static Violations atAge(IntPredicate broken) {
    return form -> {
      Integer years = form.yearsAtDiagnosis();
      return years == null || !broken.test(years)
          ? Stream.empty()
          : Stream.of(
              new Place(
                  birth(form) == null ? "/patient/ageAtDiagnosis/years" : "/patient/birthDate"));
    };
  }

  private static Stream<Place> lackingOfGuardian(Guardian guardian) {
    return Stream.of(
            guardian.name() == null ? "/guardian/name" : null,
            guardian.phone() == null ? "/guardian/phone" : null)
        .filter(Objects::nonNull)
        .map(Place::new);
  }

  private static boolean ageDiffers(Examination form) {
    Age given = form.patient().ageAtDiagnosis();
    LocalDate diagnosis = form.diagnosisDate();
    LocalDate birth = birth(form);
    return given != null
        && diagnosis != null
        && birth != null
        && !after(birth, diagnosis)
        && given.contradicts(Age.on(diagnosis, birth));
  }
}
