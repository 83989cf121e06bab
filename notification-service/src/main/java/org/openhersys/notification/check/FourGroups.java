package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;
import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.at;

import java.util.List;
import org.openhersys.notification.form.Risk;

/**
 * 全数届出の見直し: from 2022-09-26 only four groups are notified by name, and bodies as before; everybody
 * else is counted (日次集計). From 2022-09-02 prefectures could start early. What puts somebody into a
 * group must be said, like the admission of a suspected patient: who is in none is excluded by law.
 * Which version asks for them on which days stands in the table of versions.
 */
final class FourGroups {
  private static final int ELDERLY_YEARS = 65;
  private static final String PLACE = "/diagnosisCategory";

  static final List<LogicCheck> CHECKS =
      List.of(
          error(
              29,
              "IN_NONE_OF_THE_FOUR_GROUPS",
              "届出の対象（65歳以上、要入院、重症化リスクがあり治療薬又は新たな酸素投与が必要、妊婦）のいずれにも該当しません。日次集計で報告してください。",
              "In none of the four groups that are notified by name (65 or older; needs admission; risk factor and a drug or new oxygen needed; pregnant). Count the patient in the daily report.",
              at(
                  PLACE,
                  form ->
                      form.version().fourGroupsRefuse().include(form.dayOfLaw())
                          && isInNone(form))),
          warning(
              29,
              "IN_NONE_OF_THE_FOUR_GROUPS",
              "届出の対象を限定した都道府県では、届出の対象（65歳以上、要入院、重症化リスクがあり治療薬又は新たな酸素投与が必要、妊婦）のいずれにも該当しません。",
              "In none of the four groups to which some prefectures restricted notification by name.",
              at(
                  PLACE,
                  form ->
                      form.version().fourGroupsWarn().include(form.dayOfLaw()) && isInNone(form))));

  private FourGroups() {}

  /** Not while the age is not known: that is told by itself. */
  private static boolean isInNone(Examination form) {
    Integer years = form.yearsAtDiagnosis();
    return form.category() != null
        && !form.isBody()
        && years != null
        && years < ELDERLY_YEARS
        && !form.admission().belongsInHospital()
        && !needsTreatmentForRisk(form)
        && !Boolean.TRUE.equals(form.risk().pregnant());
  }

  private static boolean needsTreatmentForRisk(Examination form) {
    return isAtRisk(form.risk()) && Boolean.TRUE.equals(form.assessment().drugOrOxygenNeeded());
  }

  private static boolean isAtRisk(Risk risk) {
    return (risk.factors() != null && !risk.factors().isEmpty())
        || Boolean.TRUE.equals(risk.immunosuppressed());
  }
}
