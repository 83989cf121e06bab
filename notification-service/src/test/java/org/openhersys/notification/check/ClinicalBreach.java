package org.openhersys.notification.check;

import static org.openhersys.notification.form.DiagnosisCategory.ASYMPTOMATIC_CARRIER;
import static org.openhersys.notification.form.DiagnosisCategory.BODY_CONFIRMED;
import static org.openhersys.notification.form.DiagnosisCategory.CONFIRMED;

import java.time.LocalDate;
import java.util.List;
import org.openhersys.notification.form.Abode;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.Assessment;
import org.openhersys.notification.form.Certainty;
import org.openhersys.notification.form.CurrentStatus;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.DoseGiven;
import org.openhersys.notification.form.IllnessSeverity;
import org.openhersys.notification.form.Infection;
import org.openhersys.notification.form.InfectionPlace;
import org.openhersys.notification.form.InfectionRoute;
import org.openhersys.notification.form.Institution;
import org.openhersys.notification.form.PlaceKind;
import org.openhersys.notification.form.Risk;
import org.openhersys.notification.form.RiskFactor;
import org.openhersys.notification.form.RouteKind;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Sex;
import org.openhersys.notification.form.Symptom;
import org.openhersys.notification.form.Symptoms;
import org.openhersys.notification.form.VaccineDose;

/** What breaks the checks of symptoms, infection, vaccination, risk, death and institution. */
enum ClinicalBreach implements Breach {
  NAME_UNKNOWN_BUT_GIVEN(BODY_CONFIRMED, f -> f.patient = Changes.marked(f.patient, true, null)),
  BIRTH_DATE_UNKNOWN_BUT_GIVEN(
      BODY_CONFIRMED, f -> f.patient = Changes.marked(f.patient, null, true)),
  INFECTION_BEFORE_BIRTH(
      ASYMPTOMATIC_CARRIER,
      f -> f.patient = Changes.born(f.patient, f.diagnosisDate.minusDays(60)),
      f -> f.infection = infected(f.diagnosisDate.minusDays(61))),
  GUARDIAN_MISSING(
      CONFIRMED,
      f -> f.patient = Changes.born(f.patient, f.diagnosisDate.minusYears(10)),
      f -> f.guardian = null),
  INFECTION_AFTER_ONSET(CONFIRMED, f -> f.infection = infected(f.onsetDate.plusDays(1))),
  INFECTION_LONG_BEFORE_ONSET(CONFIRMED, f -> f.infection = infected(f.onsetDate.minusDays(15))),
  OTHER_ROUTE_WITHOUT_TEXT(
      CONFIRMED,
      f ->
          f.infection = new Infection(null, new InfectionRoute(RouteKind.OTHER, null, null), null)),
  RETURN_BEFORE_DEPARTURE(
      CONFIRMED,
      f -> f.infection = abroad(f.diagnosisDate.minusDays(2), f.diagnosisDate.minusDays(3))),
  RETURN_AFTER_REPORT(
      CONFIRMED,
      f -> f.infection = abroad(null, f.reportDate),
      f -> f.reportDate = f.reportDate.minusDays(1),
      f -> f.diagnosisDate = f.reportDate,
      f -> f.withTest(t -> Changes.sampled(t, f.diagnosisDate)),
      f -> f.patient = Changes.aged(f.patient, null)),
  PLACE_CERTAIN_BUT_NOT_GIVEN(
      CONFIRMED, f -> f.infection = at(PlaceKind.IN_JAPAN, Certainty.CERTAIN, null)),
  PLACE_UNKNOWN_BUT_GIVEN(CONFIRMED, f -> f.infection = at(null, Certainty.UNKNOWN, "架空国")),
  CONFIRMED_WITHOUT_SYMPTOM(
      CONFIRMED, f -> f.onsetDate = null, f -> f.symptoms = symptoms(null, Symptom.NONE)),
  ASYMPTOMATIC_WITH_SYMPTOM(ASYMPTOMATIC_CARRIER, f -> f.symptoms = symptoms(null, Symptom.COUGH)),
  NO_SYMPTOM_BUT_SYMPTOM(CONFIRMED, f -> f.symptoms = symptoms(null, Symptom.NONE, Symptom.FEVER)),
  OTHER_SYMPTOM_WITHOUT_TEXT(CONFIRMED, f -> f.symptoms = symptoms(null, Symptom.OTHER)),
  SYMPTOM_TEXT_WITHOUT_OTHER(CONFIRMED, f -> f.symptoms = symptoms("架空の症状", Symptom.FEVER)),
  SPO2_OUT_OF_RANGE(CONFIRMED, f -> f.symptoms = new Symptoms(null, null, 101)),
  SPO2_VERY_LOW(CONFIRMED, f -> f.symptoms = new Symptoms(null, null, 69)),
  SPO2_LOW_FOR_SEVERITY(
      CONFIRMED,
      f -> f.symptoms = new Symptoms(null, null, 93),
      f -> f.assessment = severity(IllnessSeverity.MODERATE_1)),
  DOSE_BEFORE_THE_ONE_BEFORE(
      LocalDate.of(2021, 9, 1), f -> adult(f), f -> f.vaccinations = doses("06-30", "06-01")),
  DOSE_SOON_AFTER_THE_ONE_BEFORE(
      LocalDate.of(2021, 9, 1), f -> adult(f), f -> f.vaccinations = doses("06-01", "06-14")),
  DOSE_BEFORE_FIRST_VACCINATIONS(
      LocalDate.of(2021, 9, 1), f -> adult(f), f -> f.vaccinations = doses("01-31", "06-01")),
  LATER_DOSE_WITHOUT_FIRST(
      CONFIRMED,
      f ->
          f.vaccinations =
              List.of(
                  new VaccineDose(2, DoseGiven.GIVEN, null, null, null, null),
                  new VaccineDose(1, DoseGiven.NOT_GIVEN, null, null, null, null))),
  OTHER_RISK_WITHOUT_TEXT(
      CONFIRMED, f -> f.risk = new Risk(List.of(RiskFactor.OTHER), null, null, null)),
  RISK_TEXT_WITHOUT_OTHER(
      CONFIRMED, f -> f.risk = new Risk(List.of(RiskFactor.COPD), "架空の因子", null, null)),
  PREGNANT_AND_NOT_FEMALE(
      CONFIRMED,
      f -> adult(f),
      f -> f.patient = SampleForm.person("架空 太郎", "カクウ", Sex.MALE, f.patient.birthDate(), null),
      f -> f.risk = new Risk(null, null, null, true)),
  PREGNANT_AT_UNUSUAL_AGE(
      CONFIRMED,
      f -> f.patient = Changes.born(f.patient, f.diagnosisDate.minusYears(61)),
      f -> f.risk = new Risk(null, null, null, true)),
  SEVERE_AT_HOME(
      CONFIRMED,
      f -> f.assessment = severity(IllnessSeverity.SEVERE),
      f -> f.currentStatus = CurrentStatus.HOME_CARE),
  ESTIMATED_DEATH_WITHOUT_DATE(CONFIRMED, f -> f.deathDateEstimated = true),
  OVERSEAS_WITH_MUNICIPALITY(
      CONFIRMED,
      f ->
          f.registeredAddress =
              new Address(Abode.OVERSEAS, null, "011002", "W1A 1AA", "架空国", "+44 20 0000")),
  POSTCODE_ELSEWHERE(
      CONFIRMED,
      f ->
          f.currentLocation =
              SampleForm.address("01", SampleForm.SAPPORO_CHUO, "100-0001", "架空1-2-3", null)),
  IN_NONE_OF_THE_FOUR_GROUPS(
      CONFIRMED,
      LocalDate.of(2022, 9, 26),
      LocalDate.of(2023, 4, 30),
      f -> adult(f),
      f -> f.admission = null),
  INSTITUTION_CODE_FORM(
      CONFIRMED, f -> f.institution = new Institution("0120113719", null, null, null)),
  INSTITUTION_CODE_CHECK_DIGIT(
      CONFIRMED, f -> f.institution = new Institution("0110113718", null, null, null));

  private final DiagnosisCategory category;
  private final LocalDate from;
  private final LocalDate until;
  private final List<Change> changes;

  ClinicalBreach(DiagnosisCategory category, Change... changes) {
    this(category, ValidForms.FIRST_DAY, ValidForms.LAST_DAY, changes);
  }

  ClinicalBreach(LocalDate from, Change... changes) {
    this(CONFIRMED, from, ValidForms.LAST_DAY, changes);
  }

  ClinicalBreach(DiagnosisCategory category, LocalDate from, LocalDate until, Change... changes) {
    this.category = category;
    this.from = from;
    this.until = until;
    this.changes = List.of(changes);
  }

  @Override
  public DiagnosisCategory category() {
    return category;
  }

  @Override
  public LocalDate from() {
    return from;
  }

  @Override
  public LocalDate until() {
    return until;
  }

  @Override
  public List<Change> changes() {
    return changes;
  }

  private static void adult(SampleForm form) {
    form.patient = Changes.born(form.patient, form.diagnosisDate.minusYears(40));
  }

  private static Infection infected(LocalDate day) {
    return new Infection(day, null, null);
  }

  private static Infection abroad(LocalDate departed, LocalDate returned) {
    return new Infection(
        null,
        null,
        new InfectionPlace(PlaceKind.ABROAD, null, null, null, null, departed, returned));
  }

  private static Infection at(PlaceKind kind, Certainty certainty, String country) {
    return new Infection(
        null, null, new InfectionPlace(kind, certainty, null, null, country, null, null));
  }

  private static Symptoms symptoms(String otherText, Symptom... present) {
    return new Symptoms(List.of(present), otherText, null);
  }

  private static Assessment severity(IllnessSeverity severity) {
    return new Assessment(severity, null, null, null, null);
  }

  /** The first and the second, in that order, of 2021. */
  private static List<VaccineDose> doses(String first, String second) {
    return List.of(dose(2, second), dose(1, first));
  }

  private static VaccineDose dose(int number, String day) {
    return new VaccineDose(
        number, DoseGiven.GIVEN, null, null, null, LocalDate.parse("2021-" + day));
  }
}
