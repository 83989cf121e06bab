package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;
import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.after;
import static org.openhersys.notification.check.Violations.at;
import static org.openhersys.notification.check.Violations.atDates;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openhersys.notification.check.Examination.DateKind;
import org.openhersys.notification.form.Age;

/** Birth date and age. */
final class PersonChecks {
  private static final int OLDEST_EVER = 120;
  private static final int HARDLY_ANYBODY = 105;
  private static final Set<DateKind> AFTER_BIRTH =
      EnumSet.of(DateKind.ONSET, DateKind.FIRST_VISIT, DateKind.SAMPLING, DateKind.DEATH);

  static final List<LogicCheck> CHECKS =
      List.of(
          error(
              2,
              "DIAGNOSIS_BEFORE_BIRTH",
              "診断年月日が生年月日より前です。",
              "The date of diagnosis lies before the birth date.",
              at("/diagnosisDate", form -> after(birth(form), form.diagnosisDate()))),
          error(
              3,
              "AGE_OVER_120",
              "診断時の年齢が120歳を超えています。",
              "The age at diagnosis is above 120.",
              at("/patient/birthDate", form -> yearsAtDiagnosis(form) > OLDEST_EVER)),
          warning(
              3,
              "AGE_OVER_105",
              "診断時の年齢が105歳を超えています。生年月日を確認してください。",
              "The age at diagnosis is above 105. Check the birth date.",
              at(
                  "/patient/birthDate",
                  form ->
                      yearsAtDiagnosis(form) > HARDLY_ANYBODY
                          && yearsAtDiagnosis(form) <= OLDEST_EVER)),
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
          error(
              6,
              "BIRTH_DATE_IN_FUTURE",
              "生年月日が未来の日付です。",
              "The birth date lies in the future.",
              at("/patient/birthDate", form -> after(birth(form), form.today()))));

  private PersonChecks() {}

  private static LocalDate birth(Examination form) {
    return form.patient().birthDate();
  }

  private static int yearsAtDiagnosis(Examination form) {
    return birth(form) == null || after(birth(form), form.dayOfLaw())
        ? 0
        : Age.on(form.dayOfLaw(), birth(form)).years();
  }

  private static boolean ageDiffers(Examination form) {
    Age given = form.patient().ageAtDiagnosis();
    LocalDate diagnosis = form.diagnosisDate();
    return given != null
        && diagnosis != null
        && birth(form) != null
        && !after(birth(form), diagnosis)
        && given.contradicts(Age.on(diagnosis, birth(form)));
  }
}
