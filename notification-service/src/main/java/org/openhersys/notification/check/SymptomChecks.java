package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;
import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.at;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.IllnessSeverity;
import org.openhersys.notification.form.Symptom;

/** The symptoms of item 11, and SpO2. */
final class SymptomChecks {
  private static final int WHOLE = 100;
  private static final int HARDLY_ALIVE = 70;

  /** 中等症Ⅱ from here down (診療の手引き: SpO2 93% 以下は呼吸不全). */
  private static final int RESPIRATORY_FAILURE = 93;

  private static final Set<IllnessSeverity> BREATHES_WELL =
      EnumSet.of(IllnessSeverity.MILD, IllnessSeverity.MODERATE_1);

  static final List<LogicCheck> CHECKS =
      List.of(
          warning(
              15,
              "CONFIRMED_WITHOUT_SYMPTOM",
              "患者（確定例）ですが、発病年月日がなく、症状もありません。無症状病原体保有者ではないか確認してください。",
              "A confirmed patient has no onset and no symptom. Is this an asymptomatic carrier?",
              at(
                  "/symptoms/present",
                  form ->
                      form.category() == DiagnosisCategory.CONFIRMED
                          && form.form().onsetDate() == null
                          && form.symptoms().include(Symptom.NONE)
                          && !form.symptoms().areThere())),
          warning(
              16,
              "ASYMPTOMATIC_WITH_SYMPTOM",
              "無症状病原体保有者ですが、症状があります。",
              "An asymptomatic carrier has a symptom.",
              at(
                  "/symptoms/present",
                  form ->
                      form.category() == DiagnosisCategory.ASYMPTOMATIC_CARRIER
                          && form.symptoms().areThere())),
          warning(
              16,
              "NO_SYMPTOM_BUT_SYMPTOM",
              "症状が「なし」とされていますが、他の症状があります。",
              "There is said to be no symptom, together with a symptom.",
              at(
                  "/symptoms/present",
                  form -> form.symptoms().include(Symptom.NONE) && form.symptoms().areThere())),
          warning(
              17,
              "OTHER_SYMPTOM_WITHOUT_TEXT",
              "症状が「その他」ですが、内容がありません。",
              "There is an 'other' symptom, but it is not described.",
              at(
                  "/symptoms/otherText",
                  form ->
                      form.symptoms().include(Symptom.OTHER)
                          && form.symptoms().otherText() == null)),
          warning(
              17,
              "SYMPTOM_TEXT_WITHOUT_OTHER",
              "その他の症状の内容がありますが、症状に「その他」がありません。",
              "A symptom is described, but there is no 'other' symptom.",
              at(
                  "/symptoms/otherText",
                  form ->
                      form.symptoms().otherText() != null
                          && saysWhich(form)
                          && !form.symptoms().include(Symptom.OTHER))),
          error(
              21,
              "SPO2_OUT_OF_RANGE",
              "SpO2は0から100までの整数（%）で入力してください。",
              "SpO2 is a whole number of percent, 0 to 100.",
              atSpo2(spo2 -> spo2 < 0 || spo2 > WHOLE)),
          warning(
              21,
              "SPO2_VERY_LOW",
              "SpO2が70%未満です。",
              "SpO2 is below 70%.",
              atSpo2(spo2 -> spo2 >= 0 && spo2 < HARDLY_ALIVE)),
          warning(
              21,
              "SPO2_LOW_FOR_SEVERITY",
              "SpO2が93%以下ですが、重症度が軽症又は中等症Ⅰです。",
              "SpO2 is 93% or less, but the severity is mild or moderate I.",
              at(
                  "/symptoms/spo2",
                  form ->
                      form.assessment().severity() != null
                          && BREATHES_WELL.contains(form.assessment().severity())
                          && is(form.symptoms().spo2(), spo2 -> spo2 <= RESPIRATORY_FAILURE))));

  private SymptomChecks() {}

  private static boolean saysWhich(Examination form) {
    return form.symptoms().present() != null && !form.symptoms().present().isEmpty();
  }

  private static Violations atSpo2(IntPredicate broken) {
    return at("/symptoms/spo2", form -> is(form.symptoms().spo2(), broken));
  }

  private static boolean is(@Nullable Integer given, IntPredicate so) {
    return given != null && so.test(given);
  }
}
