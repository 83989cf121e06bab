package org.openhersys.notification.check;

import java.time.LocalDate;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.Age;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Specimen;
import org.openhersys.notification.form.Test;
import org.openhersys.notification.form.TestMethod;
import org.openhersys.notification.form.TestResult;

/** Copies of the form's parts with one thing changed. */
final class Changes {
  private Changes() {}

  static Test method(Test test, TestMethod method) {
    return new Test(
        method,
        test.specimen(),
        test.specimenText(),
        test.samplingDate(),
        test.resultDate(),
        test.result());
  }

  static Test specimen(Test test, Specimen specimen, String text) {
    return new Test(
        test.method(), specimen, text, test.samplingDate(), test.resultDate(), test.result());
  }

  static Test sampled(Test test, LocalDate day) {
    return new Test(
        test.method(), test.specimen(), test.specimenText(), day, test.resultDate(), test.result());
  }

  static Test resultOn(Test test, LocalDate day) {
    return new Test(
        test.method(),
        test.specimen(),
        test.specimenText(),
        test.samplingDate(),
        day,
        test.result());
  }

  static Test result(Test test, TestResult result) {
    return new Test(
        test.method(),
        test.specimen(),
        test.specimenText(),
        test.samplingDate(),
        test.resultDate(),
        result);
  }

  static Patient born(Patient patient, LocalDate day) {
    return SampleForm.person(patient.name(), patient.nameKana(), patient.sex(), day, null);
  }

  static Patient aged(Patient patient, Age age) {
    return SampleForm.person(
        patient.name(), patient.nameKana(), patient.sex(), patient.birthDate(), age);
  }

  static Patient named(Patient patient, String name, String kana) {
    return SampleForm.person(
        name, kana, patient.sex(), patient.birthDate(), patient.ageAtDiagnosis());
  }

  static Patient marked(Patient patient, Boolean nameUnknown, Boolean birthDateUnknown) {
    return new Patient(
        patient.name(),
        nameUnknown,
        patient.nameKana(),
        patient.sex(),
        patient.birthDate(),
        birthDateUnknown,
        patient.ageAtDiagnosis(),
        patient.occupation());
  }

  static Address inMunicipality(String prefecture, String code) {
    return SampleForm.address(prefecture, code, null, "架空1-2-3", null);
  }
}
