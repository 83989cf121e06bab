package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.after;
import static org.openhersys.notification.check.Violations.at;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.CurrentStatus;

/** Death, bodies, and the status that goes with them. */
final class DeathChecks {
  static final List<LogicCheck> CHECKS =
      List.of(
          warning(
              13,
              "BODY_WITHOUT_DEATH_DATE",
              "死体の届出ですが、死亡年月日がありません（推定でも入力できます）。",
              "A body is notified without a date of death; an estimated one will do.",
              at("/deathDate", form -> form.isBody() && died(form) == null)),
          warning(
              13,
              "DEATH_AFTER_INQUEST",
              "死体の届出で、死亡年月日が検案年月日より後です。",
              "The death lies after the inquest of the body.",
              at("/deathDate", form -> form.isBody() && after(died(form), form.diagnosisDate()))),
          warning(
              13,
              "DIAGNOSIS_AFTER_DEATH",
              "診断年月日が死亡年月日より後です。",
              "The diagnosis lies after the death.",
              at(
                  "/diagnosisDate",
                  form -> isAlive(form) && after(form.diagnosisDate(), died(form)))),
          warning(
              13,
              "ESTIMATED_DEATH_WITHOUT_DATE",
              "死亡年月日が推定とされていますが、死亡年月日がありません。",
              "The date of death is said to be estimated, but it is not given.",
              at(
                  "/deathDateEstimated",
                  form ->
                      !form.isBody()
                          && Boolean.TRUE.equals(form.form().deathDateEstimated())
                          && died(form) == null)),
          warning(
              14,
              "DEATH_DATE_BUT_OTHER_STATUS",
              "死亡年月日がありますが、現在のステータスが死亡ではありません。",
              "There is a date of death, but the current status is not deceased.",
              at("/currentStatus", form -> died(form) != null && hasOtherStatus(form))),
          warning(
              14,
              "DECEASED_WITHOUT_DEATH_DATE",
              "現在のステータスが死亡ですが、死亡年月日がありません。",
              "The current status is deceased, but there is no date of death.",
              at("/deathDate", form -> !form.isBody() && isDeceased(form) && died(form) == null)));

  private DeathChecks() {}

  private static @Nullable LocalDate died(Examination form) {
    return form.form().deathDate();
  }

  private static boolean isAlive(Examination form) {
    return form.category() != null && !form.category().isBody();
  }

  private static boolean isDeceased(Examination form) {
    return form.form().currentStatus() == CurrentStatus.DECEASED;
  }

  private static boolean hasOtherStatus(Examination form) {
    return form.form().currentStatus() != null && !isDeceased(form);
  }
}
