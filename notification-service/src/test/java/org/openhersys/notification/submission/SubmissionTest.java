package org.openhersys.notification.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;
import static org.openhersys.notification.submission.Notifying.today;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.identifier.CheckDigit;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.form.Admission;
import org.openhersys.notification.form.Age;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Sex;

@QuarkusTest
class SubmissionTest {
  private static final String MINIMUM_SET =
      """
      {"diagnosisCategory": "CONFIRMED",
       "patient": {"name": "架空 太郎", "sex": "MALE", "birthDate": "1961-04-05"},
       "currentLocation": {"text": "札幌市見本区架空1-2-3"},
       "tests": [{"method": "NUCLEIC_ACID_AMPLIFICATION", "specimen": "SALIVA", "samplingDate": "2020-11-22"}]}
      """;

  private final Notifying notifying = new Notifying();

  @Test
  void theMinimumSetAloneIsAccepted() {
    Response answer = submit(notifying.ehr, newKey(), MINIMUM_SET);

    String id = answer.path("id");
    answer
        .then()
        .statusCode(201)
        .header("Location", "/api/v1/notifications/" + id)
        .header("ETag", matchesPattern("\"[^\"]+\""))
        .body("disease", equalTo("COVID_19"))
        .body("category", equalTo("CONFIRMED"))
        .body("formVersion", equalTo("2023-05-08"))
        .body("revision", equalTo(1))
        .body("submittedOn", equalTo(today().toString()))
        .body("receivingHealthCentre.id", equalTo(notifying.centre.toString()))
        .body("findings", empty());
    String entryId = answer.path("smartphoneEntryId");
    assertTrue(CheckDigit.holds(entryId.replace("-", "")));
    assertEquals(7, UUID.fromString(id).version());
  }

  @Test
  void whatWasSubmittedIsReadAsItWasWritten() {
    SampleForm form = confirmed();
    form.patient =
        SampleForm.person(
            "𠮷田 髙﨑 葛\uDB40\uDD00城 Ångström e\u0301",
            "ヨシダ",
            Sex.FEMALE,
            today().minusYears(30),
            new Age(30, null));
    form.freeText = "一行目\n二行目\t\"引用\" \\ / \u2028";
    Response receipt = submit(notifying.ehr, newKey(), json(form));

    Response read = Notifying.read(notifying.ehr, receipt.path("id"));

    read.then()
        .statusCode(200)
        .header("ETag", equalTo(receipt.header("ETag")))
        .body("smartphoneEntryId", equalTo(receipt.path("smartphoneEntryId")))
        .body("sender.id", equalTo(notifying.institution.toString()))
        .body("enteredBy.id", equalTo(notifying.ehr.principal().toString()))
        .body("attestedBy", equalTo("見本 医師"))
        .body("submittedOn.category", contains("CONFIRMED"))
        .body("submittedOn.date", contains(today().toString()));
    assertEquals(new JsonPath(json(form)).getMap(""), read.jsonPath().getMap("document"));
  }

  @Test
  void theDayOfSubmissionIsTheServersWhateverTheFormSays() {
    SampleForm form = Notifying.somebody(DiagnosisCategory.CONFIRMED, LocalDate.of(2021, 8, 20));

    submit(notifying.ehr, newKey(), json(form))
        .then()
        .statusCode(201)
        .body("submittedOn", equalTo(today().toString()));
  }

  @Test
  void warningsAreReturnedAndKeptAndRefuseNothing() {
    SampleForm form = confirmed().with(it -> it.onsetDate = it.diagnosisDate.minusDays(31));

    String id =
        submit(notifying.ehr, newKey(), json(form))
            .then()
            .statusCode(201)
            .body("findings.code", contains("ONSET_LONG_BEFORE_DIAGNOSIS"))
            .body("findings.severity", contains("WARNING"))
            .body("findings.pointer", contains("/onsetDate"))
            .body("findings[0].message", startsWith("発病から診断"))
            .extract()
            .path("id");

    Notifying.as(notifying.ehr)
        .header("Accept-Language", "en")
        .get(Notifying.PATH + "/" + id)
        .then()
        .body("findings[0].message", startsWith("The onset lies"));
  }

  @Test
  void whoCorrectsARefusedNotificationKeepsTheConnection() {
    submit(notifying.ehr, newKey(), "{}").then().statusCode(422).header("Connection", nullValue());
  }

  @Test
  void everythingThatRefusesIsToldAtOnce() {
    String body =
        """
        {"diagnosisCategory": "MAYBE", "reportDate": "2999-01-01",
         "patient": {"name": "架空 太郎", "sex": "MALE", "birthDate": "1961-02-30"},
         "currentLocation": {"municipalityCode": "011012"}}
        """;

    Response answer = submit(notifying.ehr, newKey(), body);

    answer
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:openhersys:problem:invalid-content"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/diagnosisCategory",
                "/patient/birthDate",
                "/reportDate",
                "/tests",
                "/currentLocation/municipalityCode"))
        .body(
            "errors.code",
            containsInAnyOrder(
                "CODE_UNKNOWN",
                "DATE_UNREADABLE",
                "REPORT_DATE_IN_FUTURE",
                "REQUIRED",
                "MUNICIPALITY_CHECK_DIGIT"));
    assertEquals(0, notifying.notificationsOfInstitution());
  }

  @Test
  void outpatientSuspectedCaseIsRefused() {
    SampleForm form = Notifying.somebody(DiagnosisCategory.SUSPECTED, today());
    form.admission = new Admission(false, null, false);

    submit(notifying.ehr, newKey(), json(form))
        .then()
        .statusCode(422)
        .body("errors.code", contains("SUSPECTED_NOT_ADMITTED"));
  }

  @Test
  void charactersThatAreNoneAreRefusedInTheirPlace() {
    String nul = json(confirmed()).replace("架空 太郎", "架空\\u0000太郎");
    String surrogate = json(confirmed()).replace("架空 太郎", "架空\\ud83d太郎");

    submit(notifying.ehr, newKey(), nul)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/patient/name"));
    submit(notifying.ehr, newKey(), surrogate)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/patient/name"));
  }

  @Test
  void anInstitutionWithoutHealthCentreIsToldSo() {
    UUID nowhere = Directory.institution(null);
    Login ehr = Directory.machine(nowhere, "notification.write");

    submit(ehr, newKey(), json(confirmed()))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:openhersys:problem:conflict"))
        .body("errors.code", contains("RECEIVING_HEALTH_CENTRE_MISSING"));
    assertEquals(
        0,
        Notifying.count(
            "notification.idempotency_key where principal_id = '" + ehr.principal() + "'"));
  }

  @Test
  void aHealthCentreThatTakesSpecimensNotifiesItself() {
    Login physician = Directory.person(notifying.centre, Role.PHYSICIAN);

    submit(physician, newKey(), json(confirmed()))
        .then()
        .statusCode(201)
        .body("receivingHealthCentre.id", equalTo(notifying.centre.toString()));
  }

  @Test
  void theOperatorOfASharedAccountIsKept() {
    Login ward = Directory.person(notifying.institution, Role.PHYSICIAN, "見本 花子");
    String id = submit(ward, newKey(), json(confirmed())).path("id");

    Notifying.read(notifying.ehr, id).then().body("enteredBy.operator", equalTo("見本 花子"));
  }

  @Test
  void theReceivingCentreReadsTheNotification() {
    UUID id = notifying.submitted();
    Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

    Notifying.read(staff, id).then().statusCode(200);
  }

  @Test
  void anAddressMayStandWithoutLocation() {
    SampleForm form = confirmed();
    form.currentLocation = null;
    form.registeredAddress = SampleForm.address(null, "011011", null, null, null);

    submit(notifying.ehr, newKey(), json(form)).then().statusCode(201);
  }

  @Test
  void whatIsLongerThanTheFormIsKeptWholeAndToldOf() {
    Random choice = new Random(1);
    SampleForm form = Notifying.confirmed();
    form.inHousePatientId = digits(choice, 200);
    form.patient =
        SampleForm.person(
            "𠮷".repeat(200), "ア".repeat(200), form.patient.sex(), form.patient.birthDate(), null);
    form.currentLocation =
        SampleForm.address(null, null, null, digits(choice, 10_000), digits(choice, 200));
    form.freeText = "長".repeat(10_000);

    Response receipt = Notifying.submit(notifying.ehr, Notifying.newKey(), Notifying.json(form));

    receipt.then().statusCode(201);
    List<String> told =
        receipt
            .jsonPath()
            .getList("findings.findAll { it.code == 'TEXT_LONGER_THAN_FORM' }.pointer");
    assertEquals(
        Set.of(
            "/inHousePatientId",
            "/patient/name",
            "/patient/nameKana",
            "/currentLocation/text",
            "/currentLocation/phone",
            "/freeText"),
        Set.copyOf(told));
    Notifying.read(notifying.ehr, receipt.path("id"))
        .then()
        .body("document.freeText", equalTo(form.freeText))
        .body("document.patient.name", equalTo(form.patient.name()));

    form.freeText += "長";
    Notifying.submit(notifying.ehr, Notifying.newKey(), Notifying.json(form))
        .then()
        .statusCode(422)
        .body("errors.code", contains("TEXT_TOO_LONG"));
  }

  private static String digits(Random choice, int many) {
    return choice.ints(many, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
  }
}
