package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.at;

import java.util.List;
import org.openhersys.notification.form.CurrentStatus;
import org.openhersys.notification.form.IllnessSeverity;
import org.openhersys.notification.form.RiskFactor;
import org.openhersys.notification.form.Sex;

/** Risk factors, pregnancy and severity, of item 19. */
final class RiskChecks {
  private static final int YOUNGEST_MOTHER = 10;
  private static final int OLDEST_MOTHER = 60;

  static final List<LogicCheck> CHECKS =
      List.of(
          warning(
              17,
              "OTHER_RISK_WITHOUT_TEXT",
              "リスク因子が「その他」ですが、内容がありません。",
              "There is an 'other' risk factor, but it is not described.",
              at(
                  "/risk/otherText",
                  form ->
                      form.risk().includes(RiskFactor.OTHER) && form.risk().otherText() == null)),
          warning(
              17,
              "RISK_TEXT_WITHOUT_OTHER",
              "その他のリスク因子の内容がありますが、リスク因子に「その他」がありません。",
              "A risk factor is described, but there is no 'other' one.",
              at(
                  "/risk/otherText",
                  form ->
                      form.risk().otherText() != null
                          && saysWhich(form)
                          && !form.risk().includes(RiskFactor.OTHER))),
          warning(
              22,
              "PREGNANT_AND_NOT_FEMALE",
              "妊娠ありですが、性別が女性ではありません。",
              "Pregnant, but not female.",
              at(
                  "/risk/pregnant",
                  form ->
                      isPregnant(form)
                          && form.patient().sex() != null
                          && form.patient().sex() != Sex.FEMALE)),
          warning(
              22,
              "PREGNANT_AT_UNUSUAL_AGE",
              "妊娠ありですが、診断時の年齢が10歳から60歳までの範囲にありません。",
              "Pregnant, but not between 10 and 60 years old at diagnosis.",
              at("/risk/pregnant", form -> isPregnant(form) && isOutsideChildbearing(form))),
          warning(
              31,
              "SEVERE_AT_HOME",
              "重症度が重症ですが、現在のステータスが自宅療養中です。",
              "The illness is severe, but the current status is care at home.",
              at(
                  "/currentStatus",
                  form ->
                      form.assessment().severity() == IllnessSeverity.SEVERE
                          && form.form().currentStatus() == CurrentStatus.HOME_CARE)));

  private RiskChecks() {}

  private static boolean saysWhich(Examination form) {
    return form.risk().factors() != null && !form.risk().factors().isEmpty();
  }

  private static boolean isPregnant(Examination form) {
    return Boolean.TRUE.equals(form.risk().pregnant());
  }

  private static boolean isOutsideChildbearing(Examination form) {
    Integer years = form.yearsAtDiagnosis();
    return years != null && (years < YOUNGEST_MOTHER || years > OLDEST_MOTHER);
  }
}
