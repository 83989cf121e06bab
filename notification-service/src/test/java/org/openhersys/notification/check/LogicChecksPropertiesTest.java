package org.openhersys.notification.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.check.ValidForms.Sent;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Infection;
import org.openhersys.notification.form.Risk;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Symptoms;
import org.openhersys.notification.form.VaccineDose;

class LogicChecksPropertiesTest {
  private static final List<Consumer<SampleForm>> OPTIONAL =
      List.of(
          form -> form.reportDate = null,
          form -> form.physicianName = null,
          form -> form.inHousePatientId = null,
          form -> form.disease = null,
          form -> form.diagnosisDate = null,
          form ->
              form.patient =
                  SampleForm.person(
                      form.patient.name(),
                      null,
                      form.patient.sex(),
                      form.patient.birthDate(),
                      form.patient.ageAtDiagnosis()),
          form -> form.patient = Changes.aged(form.patient, null),
          form -> form.currentLocation = Changes.inMunicipality(null, null),
          form -> form.withTest(test -> Changes.result(test, null)),
          form -> form.withTest(test -> Changes.resultOn(test, null)),
          form -> form.onsetDate = null,
          form -> form.currentStatus = null,
          form -> form.institution = null,
          form -> form.registeredAddress = null,
          form -> form.symptoms = null,
          form -> form.symptoms = new Symptoms(null, null, null),
          form -> form.samplingDate = null,
          form -> form.firstVisitDate = null,
          form -> form.infection = null,
          form -> form.infection = new Infection(null, null, null),
          form -> form.vaccinations = null,
          form -> form.vaccinations = List.of(new VaccineDose(null, null, null, null, null, null)),
          form -> form.risk = null,
          form -> form.risk = new Risk(null, null, null, null),
          form -> form.assessment = null,
          form -> form.programmes = null,
          form -> form.freeText = null,
          form -> form.attestedBy = null);

  @Property(tries = 300)
  void aFormWithoutFaultStaysWithout(@ForAll("anyCategory") Sent sent) {
    assertEquals(List.of(), findings(sent.form(), sent.today()));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aWholeFormWithoutFaultStaysWithout(@ForAll("whole") Sent sent) {
    assertEquals(List.of(), findings(sent.form(), sent.today()));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void eachSingleViolationYieldsExactlyItsCode(@ForAll("broken") Tuple2<Breach, Sent> broken) {
    Breach violation = broken.get1();
    Sent sent = broken.get2();

    List<Finding> found = findings(violation.in(sent.form()), sent.today());

    assertEquals(
        Set.of(violation.name()),
        found.stream().map(Finding::code).collect(Collectors.toSet()),
        () -> found.toString());
    assertEquals(
        violation.refuses(),
        found.stream().anyMatch(finding -> finding.severity() == Severity.ERROR));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsAbsentIsNotTalkedAbout(@ForAll("wholeLiving") Sent sent, @ForAll long choice) {
    Random leaveOut = new Random(choice);
    SampleForm form = sent.form();

    OPTIONAL.stream().filter(item -> leaveOut.nextBoolean()).forEach(form::with);

    List<Finding> found = findings(form, sent.today());
    // An entry of a list of which nothing is left may be taken out of it.
    assertEquals(
        List.of(),
        found.stream().filter(finding -> !finding.code().equals("ENTRY_EMPTY")).toList());
  }

  @Property(tries = 500)
  void whatCouldNotBeReadIsNotCalledMissing(@ForAll("anyCategory") Sent sent) {
    Finding unreadable = Finding.error("/patient/birthDate", "DATE_UNREADABLE", "日付", "date");
    SampleForm form = sent.form().with(it -> it.patient = Changes.born(it.patient, null));

    List<Finding> found = LogicChecks.examine(examination(form, sent.today()), List.of(unreadable));

    assertEquals(List.of(unreadable), found);
  }

  @Property(tries = 1)
  void everyCodeOfTheTableIsTestedHere() {
    Set<String> tested = breaches().stream().map(Breach::name).collect(Collectors.toSet());
    Set<String> elsewhere =
        Set.of(
            "REQUIRED",
            "DIAGNOSIS_BEFORE_BIRTH",
            "BIRTH_DATE_IN_FUTURE",
            "DATE_IN_FUTURE",
            "MUNICIPALITY_NOT_IN_FORCE",
            "CODE_NOT_IN_FORCE");
    assertTrue(
        LogicChecks.TABLE.stream()
            .map(LogicCheck::code)
            .allMatch(code -> tested.contains(code) || elsewhere.contains(code)));
  }

  private static List<Finding> findings(SampleForm form, LocalDate today) {
    return LogicChecks.examine(examination(form, today), List.of());
  }

  private static Examination examination(SampleForm form, LocalDate today) {
    return new Examination(form.written(), today, FormVersions.inForceOn(today));
  }

  @Provide
  Arbitrary<Sent> anyCategory() {
    return ValidForms.of(DiagnosisCategory.values());
  }

  @Provide
  Arbitrary<Sent> whole() {
    return ValidForms.whole(DiagnosisCategory.values());
  }

  @Provide
  Arbitrary<Sent> wholeLiving() {
    return ValidForms.whole(ValidForms.living().toArray(DiagnosisCategory[]::new));
  }

  @Provide
  Arbitrary<Tuple2<Breach, Sent>> broken() {
    return Arbitraries.of(breaches())
        .flatMap(
            breach ->
                ValidForms.between(breach.from(), breach.until(), breach.category())
                    .map(sent -> Tuple.of(breach, sent)));
  }

  private static List<Breach> breaches() {
    return Stream.<Breach>concat(Stream.of(Violation.values()), Stream.of(ClinicalBreach.values()))
        .toList();
  }
}
