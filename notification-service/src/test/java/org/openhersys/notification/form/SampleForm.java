package org.openhersys.notification.form;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A form being written: starts from one without fault, so that a test says only what matters to it.
 */
public final class SampleForm {
  /** 札幌市中央区. */
  public static final String SAPPORO_CHUO = "011011";

  public LocalDate reportDate;
  public String physicianName = "見本 医師";
  public Institution institution;
  public String inHousePatientId = "MIHON-0001";
  public DiagnosisCategory category;
  public Disease disease = Disease.COVID_19;
  public LocalDate diagnosisDate;
  public Patient patient;
  public Address registeredAddress;
  public Address currentLocation =
      address("01", SAPPORO_CHUO, "060-0000", "札幌市中央区架空1-2-3", "011-000-0000");
  public Guardian guardian;
  public Symptoms symptoms;
  public List<Test> tests;
  public LocalDate samplingDate;
  public Infection infection;
  public Boolean deathDateEstimated;
  public List<VaccineDose> vaccinations;
  public Risk risk;
  public Assessment assessment;
  public List<Programme> programmes;
  public Admission admission;
  public LocalDate onsetDate;
  public LocalDate firstVisitDate;
  public LocalDate deathDate;
  public CurrentStatus currentStatus = CurrentStatus.ADMISSION_BEING_ARRANGED;
  public String attestedBy = "見本 医師";
  public String freeText;

  private SampleForm(DiagnosisCategory category, LocalDate day) {
    this.category = category;
    reportDate = day;
    diagnosisDate = day;
    patient = person("架空 太郎", "カクウ タロウ", Sex.MALE, day.minusYears(65), new Age(65, null));
    tests =
        List.of(
            new Test(
                TestMethod.NUCLEIC_ACID_AMPLIFICATION,
                Specimen.SALIVA,
                null,
                day.minusDays(1),
                day,
                category == DiagnosisCategory.SUSPECTED ? null : TestResult.POSITIVE));
    if (category == DiagnosisCategory.SUSPECTED) {
      admission = new Admission(null, null, true);
    }
    if (category != DiagnosisCategory.ASYMPTOMATIC_CARRIER) {
      onsetDate = day.minusDays(3);
    }
    if (category.isBody()) {
      deathDate = day.minusDays(1);
      currentStatus = CurrentStatus.DECEASED;
    }
  }

  /** Diagnosed and reported on that day. */
  public static SampleForm of(DiagnosisCategory category, LocalDate day) {
    return new SampleForm(category, day);
  }

  /** Changes whatever the test is about. */
  public SampleForm with(Consumer<SampleForm> change) {
    change.accept(this);
    return this;
  }

  /** Changes the first test. */
  public SampleForm withTest(UnaryOperator<Test> change) {
    tests = List.of(change.apply(tests.get(0)));
    return this;
  }

  /** The form as it stands. */
  public NotificationForm written() {
    return new NotificationForm(
        reportDate,
        physicianName,
        institution,
        inHousePatientId,
        category,
        disease,
        diagnosisDate,
        patient,
        registeredAddress,
        currentLocation,
        guardian,
        symptoms,
        tests,
        samplingDate,
        firstVisitDate,
        infection,
        onsetDate,
        deathDate,
        deathDateEstimated,
        vaccinations,
        admission,
        risk,
        assessment,
        programmes,
        currentStatus,
        attestedBy,
        freeText);
  }

  /** A person of known name and birth date. */
  public static Patient person(
      String name, String nameKana, Sex sex, LocalDate birthDate, Age ageAtDiagnosis) {
    return new Patient(name, null, nameKana, sex, birthDate, null, ageAtDiagnosis, null);
  }

  /** An address in Japan. */
  public static Address address(
      String prefecture, String municipalityCode, String postcode, String text, String phone) {
    return new Address(null, prefecture, municipalityCode, postcode, text, phone);
  }
}
