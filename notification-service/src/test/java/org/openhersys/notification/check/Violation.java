package org.openhersys.notification.check;

import static org.openhersys.notification.form.DiagnosisCategory.ASYMPTOMATIC_CARRIER;
import static org.openhersys.notification.form.DiagnosisCategory.BODY_CONFIRMED;
import static org.openhersys.notification.form.DiagnosisCategory.CONFIRMED;
import static org.openhersys.notification.form.DiagnosisCategory.SUSPECTED;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.openhersys.notification.form.Admission;
import org.openhersys.notification.form.Age;
import org.openhersys.notification.form.CurrentStatus;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.DoseGiven;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Specimen;
import org.openhersys.notification.form.Symptom;
import org.openhersys.notification.form.Symptoms;
import org.openhersys.notification.form.Test;
import org.openhersys.notification.form.TestMethod;
import org.openhersys.notification.form.TestResult;
import org.openhersys.notification.form.VaccineDose;

/** What breaks the checks of person, dates, tests, category and address. */
enum Violation implements Breach {
  REPORT_DATE_IN_FUTURE(
      CONFIRMED, f -> f.reportDate = LocalDate.of(2030, 1, 1), f -> f.diagnosisDate = null),
  NAME_INVISIBLE_CHARACTER(
      CONFIRMED,
      f ->
          f.patient =
              SampleForm.person(
                  "架空\u200B 太郎",
                  f.patient.nameKana(),
                  f.patient.sex(),
                  f.patient.birthDate(),
                  f.patient.ageAtDiagnosis())),
  AGE_OVER_120(
      CONFIRMED, f -> f.patient = Changes.born(f.patient, f.diagnosisDate.minusYears(121))),
  AGE_OVER_105(
      CONFIRMED, f -> f.patient = Changes.born(f.patient, f.diagnosisDate.minusYears(106))),
  AGE_DIFFERS_FROM_BIRTH_DATE(
      CONFIRMED, f -> f.patient = Changes.aged(f.patient, new Age(110, null))),
  DATE_BEFORE_BIRTH(
      CONFIRMED, f -> f.patient = Changes.born(f.patient, f.diagnosisDate.minusDays(2))),
  ONSET_AFTER_DIAGNOSIS(
      SUSPECTED,
      f -> f.onsetDate = day(f),
      f -> f.diagnosisDate = day(f).minusDays(1),
      f -> f.withTest(t -> Changes.sampled(t, f.diagnosisDate)),
      f -> f.patient = Changes.aged(f.patient, null)),
  FIRST_VISIT_AFTER_DIAGNOSIS(
      CONFIRMED,
      f -> f.firstVisitDate = day(f),
      f -> f.diagnosisDate = day(f).minusDays(1),
      f -> f.withTest(t -> Changes.sampled(t, f.diagnosisDate)),
      f -> f.patient = Changes.aged(f.patient, null)),
  ONSET_AFTER_FIRST_VISIT(CONFIRMED, f -> f.firstVisitDate = f.onsetDate.minusDays(1)),
  DIAGNOSIS_AFTER_REPORT(CONFIRMED, f -> f.reportDate = f.diagnosisDate.minusDays(1)),
  REPORTED_LATE(
      CONFIRMED,
      f -> f.diagnosisDate = day(f).minusDays(2),
      f -> f.withTest(t -> Changes.sampled(t, f.diagnosisDate)),
      f -> f.patient = Changes.aged(f.patient, null)),
  SAMPLING_AFTER_DIAGNOSIS(
      ASYMPTOMATIC_CARRIER,
      f -> f.withTest(t -> Changes.sampled(t, day(f))),
      f -> f.diagnosisDate = day(f).minusDays(1),
      f -> f.patient = Changes.aged(f.patient, null)),
  SAMPLING_AFTER_RESULT(
      CONFIRMED, f -> f.withTest(t -> Changes.resultOn(t, t.samplingDate().minusDays(1)))),
  SAMPLING_LONG_BEFORE_DIAGNOSIS(
      CONFIRMED, f -> f.withTest(t -> Changes.sampled(t, f.diagnosisDate.minusDays(8)))),
  ONSET_LONG_BEFORE_DIAGNOSIS(CONFIRMED, f -> f.onsetDate = f.diagnosisDate.minusDays(31)),
  FIRST_VISIT_BEFORE_DISEASE_EXISTED(
      ASYMPTOMATIC_CARRIER,
      f -> f.firstVisitDate = LocalDate.of(2019, 12, 31),
      f -> f.patient = Changes.born(f.patient, LocalDate.of(1950, 1, 1))),
  DATE_BEFORE_DISEASE_EXISTED(
      BODY_CONFIRMED,
      f -> f.deathDate = LocalDate.of(2019, 12, 31),
      f -> f.patient = Changes.born(f.patient, LocalDate.of(1950, 1, 1))),
  BODY_WITHOUT_DEATH_DATE(BODY_CONFIRMED, f -> f.deathDate = null),
  DEATH_AFTER_INQUEST(
      BODY_CONFIRMED,
      f -> f.deathDate = day(f),
      f -> f.diagnosisDate = day(f).minusDays(1),
      f -> f.withTest(t -> Changes.sampled(t, f.diagnosisDate)),
      f -> f.patient = Changes.aged(f.patient, null)),
  DIAGNOSIS_AFTER_DEATH(
      CONFIRMED,
      f -> f.deathDate = f.diagnosisDate.minusDays(1),
      f -> f.currentStatus = CurrentStatus.DECEASED),
  DEATH_DATE_BUT_OTHER_STATUS(CONFIRMED, f -> f.deathDate = f.diagnosisDate),
  DECEASED_WITHOUT_DEATH_DATE(CONFIRMED, f -> f.currentStatus = CurrentStatus.DECEASED),
  ASYMPTOMATIC_WITH_ONSET(ASYMPTOMATIC_CARRIER, f -> f.onsetDate = f.diagnosisDate),
  OTHER_SPECIMEN_WITHOUT_TEXT(
      CONFIRMED, f -> f.withTest(t -> Changes.specimen(t, Specimen.OTHER, null))),
  SPECIMEN_TEXT_WITHOUT_OTHER(
      CONFIRMED, f -> f.withTest(t -> Changes.specimen(t, Specimen.SALIVA, "唾液"))),
  NO_POSITIVE_RESULT(CONFIRMED, f -> f.withTest(t -> Changes.result(t, TestResult.NEGATIVE))),
  BODY_WITHOUT_POSITIVE_RESULT(
      BODY_CONFIRMED, f -> f.withTest(t -> Changes.result(t, TestResult.NEGATIVE))),
  SUSPECTED_NOT_ADMITTED(
      SUSPECTED,
      f -> f.admission = new Admission(false, null, false),
      f -> f.patient = Changes.born(f.patient, f.diagnosisDate.minusYears(70))),
  SPECIMEN_NOT_FOR_METHOD(
      CONFIRMED, f -> f.withTest(t -> Changes.method(t, TestMethod.ANTIGEN_QUALITATIVE))),
  RESULT_WITHOUT_TEST(
      CONFIRMED, f -> f.tests = List.of(f.tests.get(0), Changes.method(f.tests.get(0), null))),
  TOO_MANY_ENTRIES(CONFIRMED, f -> f.tests = Collections.nCopies(101, f.tests.get(0))),
  MORE_ENTRIES_THAN_FORM(
      CONFIRMED,
      f ->
          f.vaccinations =
              Collections.nCopies(
                  11, new VaccineDose(null, DoseGiven.UNKNOWN, null, null, null, null))),
  ADMISSION_DATE_MISSING(CONFIRMED, f -> f.admission = new Admission(true, null, null)),
  ADMISSION_AFTER_REPORT(
      CONFIRMED,
      f -> f.admission = new Admission(true, day(f), null),
      f -> f.reportDate = f.reportDate.minusDays(1),
      f -> f.diagnosisDate = f.reportDate,
      f -> f.withTest(t -> Changes.sampled(t, f.diagnosisDate)),
      f -> f.patient = Changes.aged(f.patient, null)),
  PREFECTURE_UNKNOWN(CONFIRMED, f -> f.registeredAddress = Changes.inMunicipality("48", null)),
  POSTCODE_FORM(
      CONFIRMED,
      f -> f.currentLocation = SampleForm.address(null, null, "060-00", "架空1-2-3", null)),
  MUNICIPALITY_CHECK_DIGIT(
      CONFIRMED, f -> f.currentLocation = Changes.inMunicipality(null, "011012")),
  MUNICIPALITY_UNKNOWN(CONFIRMED, f -> f.currentLocation = Changes.inMunicipality(null, "999997")),
  MUNICIPALITY_OUTSIDE_PREFECTURE(
      CONFIRMED, f -> f.currentLocation = Changes.inMunicipality("13", SampleForm.SAPPORO_CHUO)),
  PHONE_LENGTH(
      CONFIRMED, f -> f.currentLocation = SampleForm.address(null, null, null, "架空1-2-3", "110")),
  KANA_NOT_KATAKANA(CONFIRMED, f -> f.patient = Changes.named(f.patient, "架空 太郎", "かくう")),
  SUSPECTED_WITH_POSITIVE_RESULT(
      SUSPECTED, f -> f.withTest(t -> Changes.result(t, TestResult.POSITIVE))),
  TEXT_TOO_LONG(CONFIRMED, f -> f.freeText = "長".repeat(10_001)),
  TEXT_LONGER_THAN_FORM(CONFIRMED, f -> f.freeText = "長".repeat(10_000)),
  ENTRY_NULL(
      CONFIRMED, f -> f.symptoms = new Symptoms(Arrays.asList(Symptom.FEVER, null), null, null)),
  ENTRY_EMPTY(CONFIRMED, f -> f.tests = List.of(f.tests.get(0), Test.UNKNOWN)),
  CODE_TWICE(
      CONFIRMED, f -> f.symptoms = new Symptoms(List.of(Symptom.FEVER, Symptom.FEVER), null, null)),
  NUMBER_OUT_OF_RANGE(
      CONFIRMED,
      f ->
          f.vaccinations =
              List.of(new VaccineDose(0, DoseGiven.NOT_GIVEN, null, null, null, null))),
  TEXT_EMPTY(CONFIRMED, f -> f.attestedBy = "");

  private final DiagnosisCategory category;
  private final List<Change> changes;

  Violation(DiagnosisCategory category, Change... changes) {
    this.category = category;
    this.changes = List.of(changes);
  }

  @Override
  public DiagnosisCategory category() {
    return category;
  }

  @Override
  public List<Change> changes() {
    return changes;
  }

  private static LocalDate day(SampleForm form) {
    return form.reportDate;
  }
}
