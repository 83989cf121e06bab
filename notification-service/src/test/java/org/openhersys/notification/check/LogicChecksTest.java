package org.openhersys.notification.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;
import org.openhersys.notification.catalogue.Days;
import org.openhersys.notification.catalogue.Demand;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.form.Age;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Guardian;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Sex;
import org.openhersys.notification.form.TestResult;

class LogicChecksTest {
  private static final LocalDate TODAY = LocalDate.of(2020, 11, 25);
  private static final NotificationForm EMPTY =
      new NotificationForm(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null, null, null, null, null, null);

  @Test
  void anEmptyFormLacksExactlyTheMinimumSet() {
    List<Finding> found = examine(EMPTY, version("2020-10"));

    assertEquals(
        List.of(
            "/diagnosisCategory",
            "/patient/name",
            "/patient/sex",
            "/patient/birthDate",
            "/currentLocation",
            "/tests"),
        found.stream().map(Finding::pointer).toList());
    assertTrue(found.stream().allMatch(finding -> finding.code().equals("REQUIRED")));
  }

  @Test
  void whatIsRequiredIsWhatTheTableSays() {
    FormVersion base = version("2020-10");
    Map<String, Demand> demands = new HashMap<>(base.demands());
    demands.put("/patient/sex", Demand.ASKS);
    demands.put("/tests/*/specimen", Demand.ASKS);
    FormVersion another =
        new FormVersion(
            "2099-01", base.from(), base.fourGroupsWarn(), base.fourGroupsRefuse(), demands);
    SampleForm form = confirmed().withTest(test -> Changes.specimen(test, null, null));
    form.patient = SampleForm.person("架空 太郎", null, null, form.patient.birthDate(), null);

    assertEquals(List.of(), examine(form.written(), another));
    assertEquals(
        List.of("/patient/sex", "/tests/0/specimen"),
        examine(form.written(), base).stream().map(Finding::pointer).toList());
  }

  @Test
  void theVersionSaysOnWhichDaysOneOfTheFourGroupsIsNeeded() {
    FormVersion base = version("2020-10");
    SampleForm form = confirmed();
    form.patient = SampleForm.person("架空 太郎", null, Sex.MALE, TODAY.minusYears(30), null);
    Days never = version("2020-10").fourGroupsRefuse();
    Days onThatDay = new Days(TODAY, TODAY);

    assertEquals(
        List.of(Severity.WARNING),
        severities(form, new FormVersion("w", TODAY, onThatDay, never, base.demands())));
    assertEquals(
        List.of(Severity.ERROR),
        severities(form, new FormVersion("e", TODAY, never, onThatDay, base.demands())));
    assertEquals(
        List.of(),
        severities(
            form,
            new FormVersion("n", TODAY, never, new Days(TODAY.plusDays(1), null), base.demands())));
  }

  private static List<Severity> severities(SampleForm form, FormVersion version) {
    return examine(form.written(), version).stream().map(Finding::severity).toList();
  }

  @Test
  void theFormOf2022DoesNotAskForTests() {
    List<Finding> found = examine(EMPTY, version("2022-06-30"));

    assertTrue(found.stream().noneMatch(finding -> finding.pointer().startsWith("/tests")));
  }

  @Test
  void registeredAddressStandsInForAnUnknownLocation() {
    SampleForm form = confirmed();
    form.registeredAddress = form.currentLocation;
    form.currentLocation = null;

    assertEquals(List.of(), codes(form));
  }

  @Test
  void oneDescribedTestIsEnough() {
    SampleForm form = confirmed();
    form.tests =
        List.of(
            new org.openhersys.notification.form.Test(null, null, null, null, null, null),
            form.tests.get(0));

    assertEquals(List.of("ENTRY_EMPTY"), codes(form));
  }

  @Test
  void whatTheFullestTestLacksIsTold() {
    SampleForm form = confirmed().withTest(test -> Changes.sampled(test, null));

    List<Finding> found = examine(form.written(), version("2020-10"));

    assertEquals(List.of("/tests/0/samplingDate"), found.stream().map(Finding::pointer).toList());
  }

  @Test
  void diagnosisBeforeBirthIsRefused() {
    SampleForm form = confirmed();
    form.onsetDate = null;
    form.patient = Changes.born(form.patient, TODAY.plusDays(1));

    assertTrue(codes(form).contains("DIAGNOSIS_BEFORE_BIRTH"));
    assertTrue(codes(form).contains("BIRTH_DATE_IN_FUTURE"));
  }

  @Test
  void clinicalDatesInTheFutureAreRefusedEachInItsPlace() {
    SampleForm form = confirmed();
    form.onsetDate = TODAY.plusDays(1);
    form.firstVisitDate = TODAY.plusDays(1);

    List<Finding> found = examine(form.written(), version("2020-10"));

    assertEquals(
        List.of("/firstVisitDate", "/onsetDate"),
        found.stream()
            .filter(finding -> finding.code().equals("DATE_IN_FUTURE"))
            .map(Finding::pointer)
            .toList());
  }

  @Test
  void aPendingResultIsNotNegative() {
    SampleForm form = confirmed();
    org.openhersys.notification.form.Test test = form.tests.get(0);
    form.tests = List.of(Changes.result(test, TestResult.NEGATIVE), Changes.result(test, null));

    assertEquals(List.of(), codes(form));
  }

  @Test
  void samplingAfterDiagnosisOnlyWarnsForASuspectedPatient() {
    SampleForm form = SampleForm.of(DiagnosisCategory.SUSPECTED, TODAY);
    form.withTest(test -> Changes.sampled(test, TODAY));
    form.diagnosisDate = TODAY.minusDays(1);
    form.patient = Changes.aged(form.patient, null);

    List<Finding> found = examine(form.written(), version("2020-10"));

    assertEquals(List.of(Severity.WARNING), found.stream().map(Finding::severity).toList());
  }

  @Test
  void outpatientSuspectedCaseIsRefusedOnlyFromTheDayOfTheRule() {
    LocalDate before = LocalDate.of(2020, 10, 13);
    SampleForm form = SampleForm.of(DiagnosisCategory.SUSPECTED, before);
    form.admission = null;

    assertEquals(
        List.of(),
        LogicChecks.examine(
            new Examination(form.written(), before, version("2020-10")), List.of()));
    form.diagnosisDate = null;
    form.reportDate = null;
    assertEquals(List.of("SUSPECTED_NOT_ADMITTED"), codes(form).stream().distinct().toList());
  }

  @Test
  void aMunicipalityThatIsNoMoreWarnsWithItsSuccessor() {
    LocalDate today = LocalDate.of(2026, 11, 23);
    SampleForm form = SampleForm.of(DiagnosisCategory.CONFIRMED, today);
    form.currentLocation = Changes.inMunicipality("22", "221317");

    List<Finding> found =
        LogicChecks.examine(
            new Examination(form.written(), today, version("2023-05-08")), List.of());

    assertEquals(List.of("MUNICIPALITY_NOT_IN_FORCE"), found.stream().map(Finding::code).toList());
    assertTrue(found.get(0).message().ja().contains("221384"));
  }

  @Test
  void monthsCountWhileTheYearsAreZero() {
    SampleForm form = confirmed();
    form.patient = Changes.aged(Changes.born(form.patient, TODAY.minusMonths(5)), new Age(0, 4));
    form.guardian = new Guardian("架空 保護", null, "011-000-0001");

    assertEquals(List.of("AGE_DIFFERS_FROM_BIRTH_DATE"), codes(form));
  }

  /** An error too many misses a legal duty; the list is that of the project's table of checks. */
  @Test
  void whatRefusesIsWhatTheTableSays() {
    assertEquals(
        List.of(
            "0 ENTRY_NULL",
            "0 REQUIRED",
            "0 TEXT_TOO_LONG",
            "0 TOO_MANY_ENTRIES",
            "1 REPORT_DATE_IN_FUTURE",
            "10 SAMPLING_AFTER_DIAGNOSIS",
            "12 DATE_BEFORE_DISEASE_EXISTED",
            "18 NO_POSITIVE_RESULT",
            "19 SUSPECTED_NOT_ADMITTED",
            "2 DIAGNOSIS_BEFORE_BIRTH",
            "20 PREFECTURE_UNKNOWN",
            "21 SPO2_OUT_OF_RANGE",
            "27 MUNICIPALITY_CHECK_DIGIT",
            "27 MUNICIPALITY_UNKNOWN",
            "29 IN_NONE_OF_THE_FOUR_GROUPS",
            "3 AGE_OVER_120",
            "30 INSTITUTION_CODE_FORM",
            "5 DATE_BEFORE_BIRTH",
            "6 BIRTH_DATE_IN_FUTURE",
            "6 DATE_IN_FUTURE",
            "9 DIAGNOSIS_AFTER_REPORT"),
        LogicChecks.TABLE.stream()
            .filter(check -> check.severity() == Severity.ERROR)
            .map(check -> check.number() + " " + check.code())
            .distinct()
            .sorted()
            .toList());
  }

  @Test
  void everyCheckSpeaksBothLanguages() {
    assertTrue(
        LogicChecks.TABLE.stream()
            .allMatch(check -> !check.message().ja().isBlank() && !check.message().en().isBlank()));
  }

  private static SampleForm confirmed() {
    return SampleForm.of(DiagnosisCategory.CONFIRMED, TODAY);
  }

  private static List<String> codes(SampleForm form) {
    return examine(form.written(), version("2020-10")).stream().map(Finding::code).toList();
  }

  private static List<Finding> examine(NotificationForm form, FormVersion version) {
    return LogicChecks.examine(new Examination(form, TODAY, version), List.of());
  }

  private static FormVersion version(String label) {
    return FormVersions.kept(label);
  }
}
