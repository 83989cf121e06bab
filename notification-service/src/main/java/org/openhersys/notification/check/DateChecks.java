package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;
import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.after;
import static org.openhersys.notification.check.Violations.at;
import static org.openhersys.notification.check.Violations.atDates;
import static org.openhersys.notification.check.Violations.laterBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openhersys.notification.check.Examination.DateKind;

/** The order of report, diagnosis, onset, first visit and admission. */
final class DateChecks {
  private static final int LONG_ILL_DAYS = 30;
  private static final Set<DateKind> NEVER_BEFORE_THE_DISEASE =
      EnumSet.of(DateKind.SAMPLING, DateKind.ONSET, DateKind.DIAGNOSIS, DateKind.DEATH);

  static final List<LogicCheck> CHECKS =
      List.of(
          error(
              1,
              "REPORT_DATE_IN_FUTURE",
              "報告年月日が未来の日付です。",
              "The report date lies in the future.",
              at("/reportDate", form -> after(form.form().reportDate(), form.today()))),
          error(
              6,
              "DATE_IN_FUTURE",
              "未来の日付です。",
              "The date lies in the future.",
              atDates(EnumSet.allOf(DateKind.class), (form, day) -> after(day, form.today()))),
          warning(
              8,
              "ONSET_AFTER_DIAGNOSIS",
              "発病年月日が診断年月日より後です。",
              "The onset lies after the diagnosis.",
              at("/onsetDate", form -> after(form.form().onsetDate(), form.diagnosisDate()))),
          warning(
              8,
              "FIRST_VISIT_AFTER_DIAGNOSIS",
              "初診年月日が診断年月日より後です。",
              "The first visit lies after the diagnosis.",
              at(
                  "/firstVisitDate",
                  form -> after(form.form().firstVisitDate(), form.diagnosisDate()))),
          warning(
              8,
              "ONSET_AFTER_FIRST_VISIT",
              "発病年月日が初診年月日より後です。",
              "The onset lies after the first visit.",
              at(
                  "/onsetDate",
                  form -> after(form.form().onsetDate(), form.form().firstVisitDate()))),
          error(
              9,
              "DIAGNOSIS_AFTER_REPORT",
              "診断年月日が報告年月日より後です。",
              "The diagnosis lies after the report date.",
              at("/diagnosisDate", form -> after(form.diagnosisDate(), form.reportedOn()))),
          warning(
              9,
              "REPORTED_LATE",
              "診断から報告までの日数が届出の期限を超えています。",
              "The report came later after the diagnosis than the law allows.",
              at(
                  "/reportDate",
                  form ->
                      laterBy(
                          form.disease().daysToReport(), form.reportedOn(), form.diagnosisDate()))),
          warning(
              11,
              "ONSET_LONG_BEFORE_DIAGNOSIS",
              "発病から診断までが30日を超えています。",
              "The onset lies more than 30 days before the diagnosis.",
              at(
                  "/onsetDate",
                  form -> laterBy(LONG_ILL_DAYS, form.diagnosisDate(), form.form().onsetDate()))),
          error(
              12,
              "DATE_BEFORE_DISEASE_EXISTED",
              "この疾病が知られる前の日付です。",
              "The date lies before the disease was known.",
              atDates(
                  NEVER_BEFORE_THE_DISEASE, (form, day) -> after(form.disease().firstDay(), day))),
          warning(
              12,
              "FIRST_VISIT_BEFORE_DISEASE_EXISTED",
              "初診年月日が、この疾病が知られる前の日付です。",
              "The first visit lies before the disease was known.",
              atDates(
                  EnumSet.of(DateKind.FIRST_VISIT),
                  (form, day) -> after(form.disease().firstDay(), day))),
          warning(
              23,
              "ADMISSION_DATE_MISSING",
              "入院ありですが、入院年月日がありません。",
              "Hospitalised, but without a date of admission.",
              at("/admission/admissionDate", DateChecks::hospitalisedAtUnknownDate)),
          warning(
              23,
              "ADMISSION_AFTER_REPORT",
              "入院年月日が報告年月日より後です。",
              "The admission lies after the report date.",
              at(
                  "/admission/admissionDate",
                  form -> after(form.admission().admissionDate(), form.form().reportDate()))));

  private DateChecks() {}

  private static boolean hospitalisedAtUnknownDate(Examination form) {
    return Boolean.TRUE.equals(form.admission().hospitalised())
        && form.admission().admissionDate() == null;
  }
}
