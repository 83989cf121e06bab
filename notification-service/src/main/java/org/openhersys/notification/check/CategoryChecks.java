package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;
import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.at;

import java.time.LocalDate;
import java.util.List;
import org.openhersys.notification.form.DeemedPositive;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Test;
import org.openhersys.notification.form.TestResult;

/** What belongs to a diagnosis category (診断分類), and what contradicts it. */
final class CategoryChecks {
  /** 疑似症患者は入院例に限る: first day of the rule (厚生労働省事務連絡, 2020-10-14; [S10-2]). */
  private static final LocalDate SUSPECTED_ONLY_IN_HOSPITAL = LocalDate.of(2020, 10, 14);

  static final List<LogicCheck> CHECKS =
      List.of(
          warning(
              16,
              "ASYMPTOMATIC_WITH_ONSET",
              "無症状病原体保有者ですが、発病年月日があります。",
              "An asymptomatic carrier has a date of onset.",
              at(
                  "/onsetDate",
                  form ->
                      form.category() == DiagnosisCategory.ASYMPTOMATIC_CARRIER
                          && form.form().onsetDate() != null)),
          error(
              18,
              "NO_POSITIVE_RESULT",
              "検査結果がすべて陰性のため、この診断分類では届け出られません。",
              "All results are negative: this category cannot be notified.",
              at(
                  "/tests",
                  form ->
                      form.category() != null
                          && form.category().isProvenInLife()
                          && isRefuted(form))),
          warning(
              18,
              "BODY_WITHOUT_POSITIVE_RESULT",
              "感染症死亡者の死体ですが、検査結果がすべて陰性です。",
              "A body is notified as confirmed, but all results are negative.",
              at(
                  "/tests",
                  form -> form.category() == DiagnosisCategory.BODY_CONFIRMED && isRefuted(form))),
          error(
              19,
              "SUSPECTED_NOT_ADMITTED",
              "疑似症患者の届出は、入院しているか、医師が入院を必要と判断した場合（2022年1月24日以降は、同居家族等の有症状による臨床診断を含む。）に限られます。",
              "A suspected patient is notified only if in hospital, or if the physician judges admission necessary, or (from 2022-01-24) if diagnosed clinically as a contact.",
              at("/admission", CategoryChecks::isSuspectedOutpatient)),
          warning(
              33,
              "SUSPECTED_WITH_POSITIVE_RESULT",
              "疑似症患者ですが、陽性の検査結果があります。診断分類を変更するか、追加登録してください。",
              "A suspected patient has a positive result: change the category, or submit another notification.",
              at(
                  "/diagnosisCategory",
                  form ->
                      form.category() == DiagnosisCategory.SUSPECTED
                          && form.tests().stream()
                              .anyMatch(test -> test.result() == TestResult.POSITIVE))));

  private CategoryChecks() {}

  /**
   * All results that are known are negative, and none is pending; a test without method is none.
   */
  private static boolean isRefuted(Examination form) {
    List<TestResult> results =
        form.tests().stream()
            .filter(test -> test.result() != null || test.method() != null)
            .map(Test::result)
            .toList();
    return results.contains(TestResult.NEGATIVE)
        && results.stream()
            .allMatch(result -> result == TestResult.NEGATIVE || result == TestResult.UNKNOWN);
  }

  private static boolean isSuspectedOutpatient(Examination form) {
    return form.category() == DiagnosisCategory.SUSPECTED
        && !form.dayOfLaw().isBefore(SUSPECTED_ONLY_IN_HOSPITAL)
        && !form.admission().belongsInHospital()
        && !DeemedPositive.applies(form.form(), form.dayOfLaw());
  }
}
