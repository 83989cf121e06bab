package org.openhersys.notification.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.form.Admission;
import org.openhersys.notification.form.Assessment;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Risk;
import org.openhersys.notification.form.RiskFactor;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Sex;

/** みなし陽性, 全数届出の見直し: what the law of a day asks and excludes. */
class DatedRulesTest {
  private static final LocalDate DEEMED_FROM = LocalDate.of(2022, 1, 24);
  private static final LocalDate RESTRICTED = LocalDate.of(2022, 9, 26);

  @Test
  void aDeemedPositiveNeedsNeitherATestNorAHospital() {
    SampleForm form = deemedPositive(DEEMED_FROM);

    assertEquals(List.of(), codes(form, DEEMED_FROM));

    form.diagnosisDate = null;
    form.reportDate = null;
    assertEquals(List.of(), codes(form, DEEMED_FROM));
  }

  @Test
  void nobodyWasDeemedPositiveBeforeTheDayOfTheRule() {
    LocalDate before = DEEMED_FROM.minusDays(1);

    assertEquals(
        List.of("REQUIRED", "SUSPECTED_NOT_ADMITTED"), codes(deemedPositive(before), before));
  }

  @Test
  void onlyASuspectedPatientIsDeemedPositive() {
    SampleForm form = deemedPositive(DEEMED_FROM);
    form.category = DiagnosisCategory.CONFIRMED;

    assertEquals(List.of("REQUIRED"), codes(form, DEEMED_FROM));
  }

  @Test
  void aTestOfADeemedPositiveMayBeHalfKnown() {
    SampleForm form = deemedPositive(DEEMED_FROM);
    form.tests =
        List.of(
            new org.openhersys.notification.form.Test(null, null, null, DEEMED_FROM, null, null));

    assertEquals(List.of(), codes(form, DEEMED_FROM));
  }

  @TestFactory
  Stream<DynamicTest> eachOfTheFourGroupsIsNotified() {
    return Stream.<Consumer<SampleForm>>of(
            form -> form.patient = Changes.born(form.patient, RESTRICTED.minusYears(65)),
            form -> form.admission = new Admission(true, RESTRICTED, null),
            form -> form.admission = new Admission(null, null, true),
            form -> {
              form.risk = new Risk(List.of(RiskFactor.SMOKING), null, null, null);
              form.assessment = new Assessment(null, true, null, null, null);
            },
            form -> {
              form.risk = new Risk(null, null, true, null);
              form.assessment = new Assessment(null, true, null, null, null);
            },
            form -> {
              form.patient =
                  SampleForm.person("架空 花子", "カクウ", Sex.FEMALE, form.patient.birthDate(), null);
              form.risk = new Risk(null, null, null, true);
            })
        .map(
            group ->
                DynamicTest.dynamicTest(
                    "in a group",
                    () ->
                        assertEquals(
                            List.of(), codes(inNoGroup(RESTRICTED).with(group), RESTRICTED))));
  }

  @Test
  void aRiskFactorAloneOrADrugAloneIsNoGroup() {
    SampleForm risk = inNoGroup(RESTRICTED);
    risk.risk = new Risk(List.of(RiskFactor.COPD), null, null, null);
    SampleForm drug = inNoGroup(RESTRICTED);
    drug.assessment = new Assessment(null, true, null, null, null);

    assertEquals(List.of("IN_NONE_OF_THE_FOUR_GROUPS"), codes(risk, RESTRICTED));
    assertEquals(List.of("IN_NONE_OF_THE_FOUR_GROUPS"), codes(drug, RESTRICTED));
  }

  @Test
  void beforeTheRestrictionEverybodyIsNotifiedWithAWarningWhereItBeganEarly() {
    LocalDate early = LocalDate.of(2022, 9, 2);
    List<Finding> found = found(inNoGroup(early), early);

    assertEquals(List.of("IN_NONE_OF_THE_FOUR_GROUPS"), found.stream().map(Finding::code).toList());
    assertEquals(Severity.WARNING, found.get(0).severity());
    assertEquals(List.of(), codes(inNoGroup(early.minusDays(1)), early.minusDays(1)));
  }

  @Test
  void whoWasDiagnosedBeforeTheRestrictionMayStillBeReportedAfterIt() {
    SampleForm form = inNoGroup(RESTRICTED.minusDays(1));
    form.reportDate = RESTRICTED;

    assertTrue(
        found(form, RESTRICTED).stream()
            .allMatch(finding -> finding.severity() == Severity.WARNING));
  }

  @Test
  void bodiesAreNotifiedAsBefore() {
    SampleForm form = SampleForm.of(DiagnosisCategory.BODY_CONFIRMED, RESTRICTED);
    form.patient = Changes.born(form.patient, RESTRICTED.minusYears(40));

    assertEquals(List.of(), codes(form, RESTRICTED));
  }

  private static SampleForm deemedPositive(LocalDate day) {
    SampleForm form = SampleForm.of(DiagnosisCategory.SUSPECTED, day);
    form.tests = null;
    form.admission = null;
    form.assessment = new Assessment(null, null, null, true, null);
    return form;
  }

  private static SampleForm inNoGroup(LocalDate day) {
    SampleForm form = SampleForm.of(DiagnosisCategory.CONFIRMED, day);
    form.patient = Changes.born(form.patient, day.minusYears(40));
    return form;
  }

  private static List<String> codes(SampleForm form, LocalDate today) {
    return found(form, today).stream().map(Finding::code).toList();
  }

  private static List<Finding> found(SampleForm form, LocalDate today) {
    return LogicChecks.examine(
        new Examination(form.written(), today, FormVersions.inForceOn(today)), List.of());
  }
}
