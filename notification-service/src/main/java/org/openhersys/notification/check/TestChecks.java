package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;
import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.after;
import static org.openhersys.notification.check.Violations.atDates;
import static org.openhersys.notification.check.Violations.atTests;
import static org.openhersys.notification.check.Violations.laterBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiPredicate;
import org.openhersys.notification.check.Examination.DateKind;
import org.openhersys.notification.form.Specimen;
import org.openhersys.notification.form.Test;

/** The tests of item 12. */
final class TestChecks {
  private static final int OLD_SAMPLE_DAYS = 7;

  static final List<LogicCheck> CHECKS =
      List.of(
          error(
              10,
              "SAMPLING_AFTER_DIAGNOSIS",
              "検体採取年月日が診断年月日より後です。",
              "The sample was taken after the diagnosis.",
              atSamplings(
                  (form, sampled) ->
                      restsOnLaterTests(form) && after(sampled, form.diagnosisDate()))),
          warning(
              10,
              "SAMPLING_AFTER_DIAGNOSIS",
              "検体採取年月日が診断年月日より後です。",
              "The sample was taken after the diagnosis.",
              atSamplings(
                  (form, sampled) ->
                      !restsOnLaterTests(form) && after(sampled, form.diagnosisDate()))),
          warning(
              10,
              "SAMPLING_AFTER_RESULT",
              "検体採取年月日が結果判明年月日より後です。",
              "The sample was taken after its result.",
              atTests(
                  "/samplingDate", (form, test) -> after(test.samplingDate(), test.resultDate()))),
          warning(
              10,
              "SAMPLING_LONG_BEFORE_DIAGNOSIS",
              "検体採取が診断の7日より前です。",
              "The sample was taken more than 7 days before the diagnosis.",
              atSamplings(
                  (form, sampled) -> laterBy(OLD_SAMPLE_DAYS, form.diagnosisDate(), sampled))),
          warning(
              17,
              "OTHER_SPECIMEN_WITHOUT_TEXT",
              "検体が「その他」ですが、内容がありません。",
              "The specimen is 'other', but not described.",
              atTests(
                  "/specimenText",
                  (form, test) ->
                      test.specimen() == Specimen.OTHER && test.specimenText() == null)),
          warning(
              17,
              "SPECIMEN_TEXT_WITHOUT_OTHER",
              "検体の内容がありますが、検体が「その他」ではありません。",
              "The specimen is described, but it is not 'other'.",
              atTests(
                  "/specimenText",
                  (form, test) ->
                      test.specimenText() != null
                          && test.specimen() != null
                          && test.specimen() != Specimen.OTHER)),
          warning(
              20,
              "SPECIMEN_NOT_FOR_METHOD",
              "この検査方法の検体ではありません。",
              "The form does not list this specimen for the method.",
              atTests(
                  "/specimen",
                  (form, test) ->
                      test.method() != null
                          && test.specimen() != null
                          && !test.method().lists(test.specimen()))),
          warning(
              20,
              "RESULT_WITHOUT_TEST",
              "検査結果がありますが、検査方法、検体又は検体採取年月日がありません。",
              "There is a result without method, specimen or sampling date.",
              atTests("/result", TestChecks::isStrayResult)));

  private TestChecks() {}

  /**
   * A proof that was only looked for afterwards is impossible. A later test beside an earlier one
   * is not: there is one list for the whole course ([S6]), and who is confirmed is tested again.
   */
  private static boolean restsOnLaterTests(Examination form) {
    return form.category() != null
        && form.category().isProvenInLife()
        && form.dates().stream()
            .filter(date -> date.kind() == DateKind.SAMPLING)
            .allMatch(date -> after(date.day(), form.diagnosisDate()));
  }

  /** Of the tests, and of the form itself in the versions that have no tests. */
  private static Violations atSamplings(BiPredicate<Examination, LocalDate> broken) {
    return atDates(EnumSet.of(DateKind.SAMPLING), broken);
  }

  /** Beside a described test only: alone it is refused by the minimum set. */
  private static boolean isStrayResult(Examination form, Test test) {
    return test.result() != null
        && !test.saysHowItWasDone()
        && (!form.needsTest() || form.tests().stream().anyMatch(Test::saysHowItWasDone));
  }
}
