package org.openhersys.notification.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.Admission;
import org.openhersys.notification.form.Age;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.DoseGiven;
import org.openhersys.notification.form.Guardian;
import org.openhersys.notification.form.Infection;
import org.openhersys.notification.form.InfectionPlace;
import org.openhersys.notification.form.Institution;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.TestMethod;
import org.openhersys.notification.form.TestResult;
import org.openhersys.notification.form.VaccineDose;

/** The checks on the items that came with the whole form, where one example says it. */
class WholeFormChecksTest {
  private static final LocalDate DAY = LocalDate.of(2022, 8, 10);
  private static final LocalDate TOMORROW = DAY.plusDays(1);

  @Test
  void everyDateOfTheWholeFormIsRefusedInTheFuture() {
    SampleForm form = confirmed();
    form.samplingDate = TOMORROW;
    form.infection =
        new Infection(
            TOMORROW, null, new InfectionPlace(null, null, null, null, null, TOMORROW, TOMORROW));
    form.vaccinations = List.of(new VaccineDose(1, DoseGiven.GIVEN, null, null, null, TOMORROW));
    form.admission = new Admission(true, TOMORROW, null);

    assertEquals(
        List.of(
            "/samplingDate",
            "/infection/date",
            "/infection/place/departureDate",
            "/infection/place/returnDate",
            "/vaccinations/0/date",
            "/admission/admissionDate"),
        pointers(form, "DATE_IN_FUTURE"));
  }

  @Test
  void whoIsConfirmedMayBeTestedAgain() {
    SampleForm form = confirmed();
    form.diagnosisDate = DAY.minusDays(1);
    form.tests =
        List.of(
            Changes.sampled(form.tests.get(0), DAY.minusDays(1)),
            Changes.sampled(form.tests.get(0), DAY));

    assertEquals(
        List.of(Severity.WARNING),
        LogicChecks.examine(
                new Examination(form.written(), DAY, FormVersions.inForceOn(DAY)), List.of())
            .stream()
            .filter(finding -> finding.code().equals("SAMPLING_AFTER_DIAGNOSIS"))
            .map(Finding::severity)
            .toList());
  }

  @Test
  void theFormsOwnSamplingDateIsCheckedLikeThatOfATest() {
    SampleForm after = confirmed();
    after.samplingDate = DAY;
    after.diagnosisDate = DAY.minusDays(1);
    SampleForm early = confirmed();
    early.samplingDate = DAY.minusDays(8);
    SampleForm impossible = confirmed();
    impossible.samplingDate = LocalDate.of(2019, 12, 31);

    assertEquals(List.of("/samplingDate"), pointers(after, "SAMPLING_AFTER_DIAGNOSIS"));
    assertEquals(List.of("/samplingDate"), pointers(early, "SAMPLING_LONG_BEFORE_DIAGNOSIS"));
    assertEquals(List.of("/samplingDate"), pointers(impossible, "DATE_BEFORE_DISEASE_EXISTED"));
  }

  @Test
  void anAdmissionMayBeOlderThanTheDisease() {
    SampleForm form = confirmed();
    form.admission = new Admission(true, LocalDate.of(2019, 4, 1), null);

    assertEquals(List.of(), codes(form));
  }

  @Test
  void aDoseBeforeBirthIsRefusedAndAnInfectionOnlyTold() {
    SampleForm form = confirmed();
    form.patient = Changes.born(form.patient, DAY.minusDays(10));
    form.guardian = new Guardian("架空 保護", null, "011-000-0001");
    form.infection = new Infection(DAY.minusDays(11), null, null);
    form.vaccinations =
        List.of(new VaccineDose(1, DoseGiven.GIVEN, null, null, null, DAY.minusDays(11)));

    assertEquals(List.of("/vaccinations/0/date"), pointers(form, "DATE_BEFORE_BIRTH"));
    assertEquals(List.of("/infection/date"), pointers(form, "INFECTION_BEFORE_BIRTH"));
    assertEquals(Severity.WARNING, severity(form, "INFECTION_BEFORE_BIRTH"));
  }

  @Test
  void anEstimatedAgeIsHeldToTheSameBounds() {
    SampleForm old = confirmed();
    old.patient = SampleForm.person("架空 太郎", null, old.patient.sex(), null, new Age(106, null));
    SampleForm impossible = confirmed();
    impossible.patient =
        SampleForm.person("架空 太郎", null, old.patient.sex(), null, new Age(121, null));

    assertEquals(List.of("/patient/ageAtDiagnosis/years"), pointers(old, "AGE_OVER_105"));
    assertEquals(List.of("/patient/ageAtDiagnosis/years"), pointers(impossible, "AGE_OVER_120"));
  }

  @Test
  void aGuardianIsToldOfByNameAndPhone() {
    SampleForm form = confirmed();
    form.patient = Changes.born(form.patient, DAY.minusYears(18).plusDays(1));

    assertEquals(List.of("/guardian/name", "/guardian/phone"), pointers(form, "GUARDIAN_MISSING"));

    form.guardian = new Guardian("架空 保護", null, null);
    assertEquals(List.of("/guardian/phone"), pointers(form, "GUARDIAN_MISSING"));

    form.patient = Changes.born(form.patient, DAY.minusYears(18));
    assertEquals(List.of(), codes(form));
  }

  @Test
  void theCodesOfThePlaceOfInfectionAreChecked() {
    SampleForm form = confirmed();
    form.infection = place("48", "011012");
    assertEquals(List.of("/infection/place/prefecture"), pointers(form, "PREFECTURE_UNKNOWN"));
    assertEquals(
        List.of("/infection/place/municipalityCode"), pointers(form, "MUNICIPALITY_CHECK_DIGIT"));

    form.infection = place("13", "011002");
    assertEquals(
        List.of("/infection/place/municipalityCode"),
        pointers(form, "MUNICIPALITY_OUTSIDE_PREFECTURE"));
  }

  @Test
  void aPostcodeAgreesWithWardCityAndPrefecture() {
    for (String code : List.of("011011", "011002", "010006")) {
      assertEquals(List.of(), codes(at(code, "060-0000")), code);
    }
    assertEquals(List.of("POSTCODE_ELSEWHERE"), codes(at("011029", "0600000")));
  }

  @Test
  void aPostcodeOfTodayAgreesWithTheWardsOfFormerTimes() {
    assertEquals(List.of(), codes(at("221317", "432-8002")));
  }

  @Test
  void aPostcodeThatIsNotListedSaysNothing() {
    assertEquals(List.of(), codes(at("011011", "163-8001")));
  }

  @Test
  void everyPhoneOfTheFormIsLookedAt() {
    SampleForm form = confirmed();
    form.institution = new Institution(null, null, null, "110");
    form.guardian = new Guardian(null, null, "119");

    assertEquals(List.of("/institution/phone", "/guardian/phone"), pointers(form, "PHONE_LENGTH"));
  }

  @Test
  void anInstitutionWithoutACodeHasOneOfItsPhone() {
    SampleForm form = confirmed();
    form.institution = new Institution("9112345678", null, null, null);

    assertEquals(List.of(), codes(form));
  }

  @Test
  void dosesWithoutNumbersStandInTheirOwnOrder() {
    SampleForm form = confirmed();
    form.vaccinations =
        List.of(
            new VaccineDose(null, null, null, null, null, DAY.minusDays(50)),
            new VaccineDose(null, null, null, null, null, DAY.minusDays(90)));

    assertEquals(List.of("/vaccinations/1/date"), pointers(form, "DOSE_BEFORE_THE_ONE_BEFORE"));
  }

  @Test
  void anUnidentifiedBodyNeedsNeitherNameNorBirthDate() {
    SampleForm form = SampleForm.of(DiagnosisCategory.BODY_SUSPECTED, DAY);
    form.patient =
        Changes.marked(
            SampleForm.person(null, null, form.patient.sex(), null, new Age(50, null)), true, true);

    assertEquals(List.of(), codes(form));

    form.patient = Changes.marked(form.patient, true, false);
    assertEquals(List.of("/patient/birthDate"), pointers(form, "REQUIRED"));
  }

  @Test
  void theLivingHaveANameAndABirthDate() {
    SampleForm form = confirmed();
    form.patient =
        Changes.marked(SampleForm.person(null, null, form.patient.sex(), null, null), true, true);

    assertEquals(List.of("/patient/name", "/patient/birthDate"), pointers(form, "REQUIRED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"カ\u3099クウ タロウ", "ハ\u309Aク", "ｶﾞｸｳ ﾀﾛｰ", "ｶ\u3099ｸｳ", "ジョン・スミス", "ジョン゠スミス", "ヴィー"})
  void katakanaIsKatakanaInEveryWidthAndComposition(String kana) {
    SampleForm form = confirmed();
    form.patient = Changes.named(form.patient, "架空 太郎", kana);

    assertEquals(List.of(), pointers(form, "KANA_NOT_KATAKANA"));
  }

  @Test
  void aTestWithoutResultIsPendingOnceItHasAMethod() {
    SampleForm form = confirmed();
    org.openhersys.notification.form.Test negative =
        Changes.result(form.tests.get(0), TestResult.NEGATIVE);

    form.tests = List.of(negative, org.openhersys.notification.form.Test.UNKNOWN);
    assertEquals(List.of("/tests"), pointers(form, "NO_POSITIVE_RESULT"));

    form.tests =
        List.of(
            negative,
            new org.openhersys.notification.form.Test(
                TestMethod.ANTIGEN_QUALITATIVE, null, null, null, null, null));
    assertEquals(List.of(), pointers(form, "NO_POSITIVE_RESULT"));
  }

  private static SampleForm confirmed() {
    return SampleForm.of(DiagnosisCategory.CONFIRMED, DAY);
  }

  private static SampleForm at(String municipality, String postcode) {
    SampleForm form = confirmed();
    form.currentLocation = new Address(null, null, municipality, postcode, null, null);
    return form;
  }

  private static Infection place(String prefecture, String municipality) {
    return new Infection(
        null, null, new InfectionPlace(null, null, prefecture, municipality, null, null, null));
  }

  private static Severity severity(SampleForm form, String code) {
    return found(form).stream()
        .filter(finding -> finding.code().equals(code))
        .findFirst()
        .orElseThrow()
        .severity();
  }

  private static List<String> pointers(SampleForm form, String code) {
    return found(form).stream()
        .filter(finding -> finding.code().equals(code))
        .map(Finding::pointer)
        .toList();
  }

  private static List<String> codes(SampleForm form) {
    return found(form).stream().map(Finding::code).toList();
  }

  private static List<Finding> found(SampleForm form) {
    return LogicChecks.examine(
        new Examination(form.written(), DAY, FormVersions.inForceOn(DAY)), List.of());
  }
}
