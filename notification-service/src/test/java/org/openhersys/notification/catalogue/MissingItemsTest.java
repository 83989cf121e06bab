package org.openhersys.notification.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhersys.notification.form.Abode;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.Assessment;
import org.openhersys.notification.form.Certainty;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.DoseGiven;
import org.openhersys.notification.form.Infection;
import org.openhersys.notification.form.InfectionPlace;
import org.openhersys.notification.form.InfectionRoute;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.Risk;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Sex;
import org.openhersys.notification.form.Symptom;
import org.openhersys.notification.form.Symptoms;
import org.openhersys.notification.form.VaccineDose;

class MissingItemsTest {
  private static final LocalDate DAY = LocalDate.of(2022, 8, 10);

  private final MissingItems missing = new MissingItems(List.of("/patient/sex", "/onsetDate"));

  @Test
  void whatTheVersionDoesNotHaveIsNotAskedFor() {
    SampleForm form = SampleForm.of(DiagnosisCategory.CONFIRMED, DAY);

    assertTrue(of(form, "2020-10").contains("/patient/occupation"));
    assertFalse(of(form, "2022-06-30").contains("/patient/occupation"));
  }

  @Test
  void whatWasGivenIsNotAskedForAgain() {
    SampleForm form = SampleForm.of(DiagnosisCategory.CONFIRMED, DAY);
    assertTrue(of(form, "2020-10").contains("/symptoms/present"));

    form.symptoms = new Symptoms(List.of(Symptom.FEVER), null, null);

    assertFalse(of(form, "2020-10").contains("/symptoms/present"));
  }

  @Test
  void whatDoesNotConcernThePersonIsNotAskedFor() {
    SampleForm form = SampleForm.of(DiagnosisCategory.CONFIRMED, DAY);
    assertFalse(of(form, "2020-10").contains("/guardian/name"));
    assertFalse(of(form, "2020-10").contains("/deathDate"));

    form.patient =
        SampleForm.person("架空 花子", null, form.patient.sex(), DAY.minusYears(18).plusDays(1), null);

    assertTrue(of(form, "2020-10").contains("/guardian/name"));
  }

  @Test
  void aPendingResultIsMissingInItsOwnPlace() {
    SampleForm form = SampleForm.of(DiagnosisCategory.SUSPECTED, DAY);
    form.tests =
        List.of(SampleForm.of(DiagnosisCategory.CONFIRMED, DAY).tests.get(0), form.tests.get(0));

    assertTrue(of(form, "2020-10").contains("/tests/1/result"));
    assertFalse(of(form, "2020-10").contains("/tests/0/result"));
  }

  @Test
  void aTextOfBlanksSaysNothing() {
    SampleForm form = SampleForm.of(DiagnosisCategory.CONFIRMED, DAY);
    form.physicianName = " 　";

    assertTrue(of(form, "2020-10").contains("/physicianName"));
  }

  @Test
  void underAFollowUpCentreOnlyTheReducedItemsAreAskedFor() {
    SampleForm form = SampleForm.of(DiagnosisCategory.CONFIRMED, DAY);
    form.patient = SampleForm.person("架空 太郎", null, null, null, null);
    form.assessment = new Assessment(null, null, null, null, true);

    assertEquals(List.of("/patient/sex"), of(form, "2022-08-04"));
    assertTrue(of(form, "2022-09-26").size() > 1);
  }

  private List<String> of(SampleForm form, String version) {
    return missing.of(form.written(), FormVersions.kept(version));
  }

  @Test
  void anEmptyListSaysThatThereIsNone() {
    SampleForm form = SampleForm.of(DiagnosisCategory.CONFIRMED, DAY);
    assertTrue(of(form, "2022-09-26").contains("/risk/factors"));

    form.risk = new Risk(List.of(), null, null, null);

    assertFalse(of(form, "2022-09-26").contains("/risk/factors"));
  }

  @Test
  void whatIsSaidToBeUnknownIsNotAskedForAgain() {
    SampleForm form = SampleForm.of(DiagnosisCategory.BODY_CONFIRMED, DAY);
    form.patient = new Patient(null, true, null, Sex.MALE, null, true, null, null);
    form.infection =
        new Infection(
            null,
            new InfectionRoute(null, Certainty.UNKNOWN, null),
            new InfectionPlace(null, Certainty.UNKNOWN, null, null, null, null, null));
    form.currentLocation = new Address(Abode.NONE, null, null, null, null, null);

    List<String> missing = of(form, "2020-10");

    assertTrue(missing.contains("/patient/ageAtDiagnosis/years"));
    assertTrue(
        Stream.of(
                "/patient/name",
                "/patient/nameKana",
                "/patient/birthDate",
                "/infection/route/kind",
                "/infection/place/kind",
                "/currentLocation",
                "/currentLocation/text")
            .noneMatch(missing::contains));
  }

  @Test
  void whatBelongsToOneEntryIsAskedThere() {
    SampleForm form = SampleForm.of(DiagnosisCategory.CONFIRMED, DAY);
    form.vaccinations =
        List.of(
            new VaccineDose(1, DoseGiven.GIVEN, null, null, null, null),
            new VaccineDose(2, DoseGiven.NOT_GIVEN, null, null, null, null));

    assertTrue(of(form, "2022-06-30").contains("/vaccinations/0/date"));
    assertFalse(of(form, "2022-06-30").contains("/vaccinations/1/date"));
  }

  @Test
  void onlyWhoMayBePregnantIsAsked() {
    SampleForm form = SampleForm.of(DiagnosisCategory.CONFIRMED, DAY);
    form.patient = SampleForm.person("架空 花子", null, Sex.FEMALE, DAY.minusYears(30), null);
    assertTrue(of(form, "2022-06-30").contains("/risk/pregnant"));

    form.patient = SampleForm.person("架空 花子", null, Sex.FEMALE, DAY.minusYears(3), null);

    assertFalse(of(form, "2022-06-30").contains("/risk/pregnant"));
  }
}
