package org.openhersys.notification.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.Admission;
import org.openhersys.notification.form.Age;
import org.openhersys.notification.form.Assessment;
import org.openhersys.notification.form.DeemedPositive;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Disease;
import org.openhersys.notification.form.FormContent;
import org.openhersys.notification.form.FormContent.Written;
import org.openhersys.notification.form.Guardian;
import org.openhersys.notification.form.Infection;
import org.openhersys.notification.form.InfectionPlace;
import org.openhersys.notification.form.InfectionRoute;
import org.openhersys.notification.form.Institution;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.Risk;
import org.openhersys.notification.form.Symptoms;
import org.openhersys.notification.form.Test;
import org.openhersys.notification.form.VaccineDose;

/**
 * A form under the eyes of the checks. Absent groups are seen as groups in which everything is
 * absent, so that a check looks at single items only.
 *
 * @param form what was written
 * @param today the day in Japan
 * @param version the form version by whose rules it is read
 * @param faxReceivedOn FAX受信日, where it came by fax; else null
 * @param content all that is written in the form; the form is gone through once
 */
public record Examination(
    NotificationForm form,
    LocalDate today,
    FormVersion version,
    @Nullable LocalDate faxReceivedOn,
    List<Written> content) {

  /** Of what may have come by fax. */
  public Examination(
      NotificationForm form,
      LocalDate today,
      FormVersion version,
      @Nullable LocalDate faxReceivedOn) {
    this(form, today, version, faxReceivedOn, FormContent.of(form).toList());
  }

  /** Of what did not come by fax. */
  public Examination(NotificationForm form, LocalDate today, FormVersion version) {
    this(form, today, version, null);
  }

  /** The day by which the doctor was in time: a fax has reported when it came. */
  @Nullable LocalDate reportedOn() {
    return faxReceivedOn == null ? form.reportDate() : faxReceivedOn;
  }

  Patient patient() {
    return Objects.requireNonNullElse(form.patient(), Patient.UNKNOWN);
  }

  Admission admission() {
    return Objects.requireNonNullElse(form.admission(), Admission.UNKNOWN);
  }

  Address registeredAddress() {
    return Objects.requireNonNullElse(form.registeredAddress(), Address.UNKNOWN);
  }

  Address currentLocation() {
    return Objects.requireNonNullElse(form.currentLocation(), Address.UNKNOWN);
  }

  Guardian guardian() {
    return Objects.requireNonNullElse(form.guardian(), Guardian.UNKNOWN);
  }

  Institution institution() {
    return Objects.requireNonNullElse(form.institution(), Institution.UNKNOWN);
  }

  Symptoms symptoms() {
    return Objects.requireNonNullElse(form.symptoms(), Symptoms.UNKNOWN);
  }

  Infection infection() {
    return Objects.requireNonNullElse(form.infection(), Infection.UNKNOWN);
  }

  Risk risk() {
    return Objects.requireNonNullElse(form.risk(), Risk.UNKNOWN);
  }

  Assessment assessment() {
    return Objects.requireNonNullElse(form.assessment(), Assessment.UNKNOWN);
  }

  InfectionRoute route() {
    return infection().routeOrUnknown();
  }

  InfectionPlace infectionPlace() {
    return infection().placeOrUnknown();
  }

  /** The doses; of too many only the first that are. */
  List<VaccineDose> vaccinations() {
    return entries("/vaccinations", form.vaccinations(), VaccineDose.UNKNOWN);
  }

  /**
   * The tests; of too many only the first that are, so that a long list costs no more than a short
   * one.
   */
  List<Test> tests() {
    return entries("/tests", form.tests(), Test.UNKNOWN);
  }

  private static <T> List<T> entries(String list, @Nullable List<T> given, T unknown) {
    return Objects.requireNonNullElse(given, List.<T>of()).stream()
        .limit(FormVersions.item(list).keptAtMost() + 1L)
        .map(entry -> Objects.requireNonNullElse(entry, unknown))
        .toList();
  }

  @Nullable DiagnosisCategory category() {
    return form.diagnosisCategory();
  }

  Disease disease() {
    return Objects.requireNonNullElse(form.disease(), Disease.COVID_19);
  }

  @Nullable LocalDate diagnosisDate() {
    return form.diagnosisDate();
  }

  /** The day whose law and codes apply: that of diagnosis, or today while that is absent. */
  LocalDate dayOfLaw() {
    return Objects.requireNonNullElse(form.diagnosisDate(), today);
  }

  /** 死体. */
  boolean isBody() {
    return form.diagnosisCategory() != null && form.diagnosisCategory().isBody();
  }

  /** Whether a test belongs to the minimum set: where the form has one and it was not みなし陽性. */
  boolean needsTest() {
    return version.requires("/tests") && !DeemedPositive.applies(form, dayOfLaw());
  }

  /**
   * 診断時の年齢 in completed years: computed, or estimated where there is no birth date; null where it
   * cannot be told.
   */
  @Nullable Integer yearsAtDiagnosis() {
    LocalDate birth = patient().birthDate();
    if (birth == null) {
      Age estimated = patient().ageAtDiagnosis();
      return estimated == null ? null : estimated.years();
    }
    return birth.isAfter(dayOfLaw()) ? null : Age.on(dayOfLaw(), birth).years();
  }

  /** The places that have codes: both addresses and the place of infection. */
  List<Locality> localities() {
    return List.of(
        new Locality(
            "/registeredAddress",
            registeredAddress().prefecture(),
            registeredAddress().municipalityCode()),
        new Locality(
            "/currentLocation",
            currentLocation().prefecture(),
            currentLocation().municipalityCode()),
        new Locality(
            "/infection/place",
            infectionPlace().prefecture(),
            infectionPlace().municipalityCode()));
  }

  /** The dates of the illness that are given, in the order of the form. */
  List<ClinicalDate> dates() {
    List<ClinicalDate> dates = new ArrayList<>();
    List<Test> tests = tests();
    for (int i = 0; i < tests.size(); i++) {
      Test test = tests.get(i);
      String place = "/tests/" + i;
      add(dates, DateKind.SAMPLING, place + "/samplingDate", test.samplingDate());
      add(dates, DateKind.RESULT, place + "/resultDate", test.resultDate());
    }
    add(dates, DateKind.SAMPLING, "/samplingDate", form.samplingDate());
    add(dates, DateKind.FIRST_VISIT, "/firstVisitDate", form.firstVisitDate());
    add(dates, DateKind.DIAGNOSIS, "/diagnosisDate", form.diagnosisDate());
    add(dates, DateKind.INFECTION, "/infection/date", infection().date());
    add(dates, DateKind.ONSET, "/onsetDate", form.onsetDate());
    add(dates, DateKind.DEATH, "/deathDate", form.deathDate());
    InfectionPlace place = infectionPlace();
    add(dates, DateKind.DEPARTURE, "/infection/place/departureDate", place.departureDate());
    add(dates, DateKind.RETURN, "/infection/place/returnDate", place.returnDate());
    List<VaccineDose> doses = vaccinations();
    for (int i = 0; i < doses.size(); i++) {
      add(dates, DateKind.DOSE, "/vaccinations/" + i + "/date", doses.get(i).date());
    }
    add(dates, DateKind.ADMISSION, "/admission/admissionDate", admission().admissionDate());
    return dates;
  }

  private static void add(
      List<ClinicalDate> dates, DateKind kind, String pointer, @Nullable LocalDate day) {
    if (day != null) {
      dates.add(new ClinicalDate(kind, pointer, day));
    }
  }

  /** What a date of the illness is the date of. */
  enum DateKind {
    SAMPLING,
    RESULT,
    FIRST_VISIT,
    DIAGNOSIS,
    INFECTION,
    ONSET,
    DEATH,
    DEPARTURE,
    RETURN,
    DOSE,
    ADMISSION
  }

  /** A date of the illness and its place in the form. */
  record ClinicalDate(DateKind kind, String pointer, LocalDate day) {}

  /**
   * A place that is told by codes.
   *
   * @param pointer to the group
   */
  record Locality(String pointer, @Nullable String prefecture, @Nullable String municipalityCode) {}
}
