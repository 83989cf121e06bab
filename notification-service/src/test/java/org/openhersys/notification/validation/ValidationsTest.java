package org.openhersys.notification.validation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Custody;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

@QuarkusTest
class ValidationsTest {
  private final Notifying notifying = new Notifying();

  @Test
  void itIsToldWhatASubmissionWouldBeTold() {
    SampleForm form = Notifying.confirmed();
    form.diagnosisDate = null;
    form.onsetDate = Notifying.today().plusDays(1);
    String body = Notifying.json(form);

    Response validated = validate(notifying.ehr, body);
    Response submitted = Notifying.submit(notifying.ehr, Notifying.newKey(), body);

    validated
        .then()
        .statusCode(200)
        .body("acceptable", equalTo(false))
        .body("missing", hasItem("/diagnosisDate"));
    submitted.then().statusCode(422);
    assertEquals(
        submitted.<Object>path("errors.pointer"), validated.<Object>path("findings.pointer"));
  }

  @Test
  void whatWouldBeAcceptedIsToldWithItsWarnings() {
    SampleForm form = Notifying.confirmed();
    form.onsetDate = form.diagnosisDate.minusDays(31);
    String body = Notifying.json(form);

    Response validated = validate(notifying.ehr, body);
    Response submitted = Notifying.submit(notifying.ehr, Notifying.newKey(), body);

    validated
        .then()
        .body("acceptable", equalTo(true))
        .body("findings.code", contains("ONSET_LONG_BEFORE_DIAGNOSIS"));
    for (String said : new String[] {"findings", "missing", "formVersion"}) {
      assertEquals(submitted.<Object>path(said), validated.<Object>path(said));
    }
    Notifying.read(notifying.ehr, submitted.path("id"))
        .then()
        .body("missing", equalTo(validated.<Object>path("missing")));
  }

  @Test
  void nothingIsStored() {
    SampleForm form = Notifying.confirmed();
    form.inHousePatientId = Notifying.newKey();

    validate(notifying.ehr, Notifying.json(form)).then().statusCode(200);

    List<Integer> kept =
        HersysDatabase.owner()
            .withHandle(
                h ->
                    h.createQuery(
                            "select revision from notification.revision where document ->> 'inHousePatientId' = :id")
                        .bind("id", form.inHousePatientId)
                        .mapTo(Integer.class)
                        .list());
    assertEquals(List.of(), kept);
  }

  @Test
  void aClerkOfACentreIsToldThatAPhysicianMustAttest() {
    Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    SampleForm form = Notifying.confirmed();
    form.attestedBy = null;

    validate(staff, Notifying.json(form))
        .then()
        .body("acceptable", equalTo(false))
        .body("findings.code", contains("ATTESTATION_MISSING"));
  }

  @Test
  void anEndlessListCostsNoMoreThanAShortOne() {
    given()
        .header("Authorization", notifying.ehr.bearer())
        .contentType("application/json")
        .body("{\"tests\": [{}" + ",{}".repeat(100_000) + "]}")
        .post("/api/v1/validations")
        .then()
        .statusCode(200)
        .body("findings.code", hasItem("TOO_MANY_ENTRIES"))
        .body("findings.size()", lessThan(20))
        .body("missing.size()", lessThan(100));
  }

  @Test
  void aClerkMayAskToo() {
    Login clerk = Directory.person(notifying.institution, Role.CLERK);

    validate(clerk, Notifying.json(Notifying.confirmed()))
        .then()
        .statusCode(200)
        .body("findings", empty())
        .body("missing", not(hasItem("/onsetDate")));
  }

  @Test
  void nobodyLearnsADateOfDiagnosisByAskingWithAnother() {
    SampleForm other = Notifying.confirmed();
    SampleForm longAgo = SampleForm.of(other.category, Notifying.today().minusDays(80));
    longAgo.patient = other.patient;
    Notifying.submit(new Notifying().ehr, Notifying.newKey(), Notifying.json(longAgo))
        .then()
        .statusCode(201);

    for (int days : List.of(0, 179)) {
      SampleForm asked = SampleForm.of(other.category, Notifying.today().minusDays(days));
      asked.patient = other.patient;
      validate(notifying.ehr, Notifying.json(asked))
          .then()
          .body("findings.code", hasItem("LIKELY_SAME_PERSON"));
    }
  }

  @Test
  void whoAsksTooOftenWaits() {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "insert into notification.likeness_asked values (?, now() + interval '2 days')",
                    notifying.ehr.principal()));

    validate(notifying.ehr, "{}")
        .then()
        .statusCode(429)
        .header("Retry-After", matchesPattern("7[0-9]{4}"));
    validate(Directory.person(notifying.institution, Role.CLERK), "{}").then().statusCode(200);
    Notifying.submit(notifying.ehr, Notifying.newKey(), Notifying.json(Notifying.confirmed()))
        .then()
        .statusCode(201);
  }

  @Test
  void eachQuestionCountsAndTheBucketIsOnesOwn() {
    validate(notifying.ehr, "{}").then().statusCode(200);
    OffsetDateTime once = filledUntil();
    validate(notifying.ehr, "{}").then().statusCode(200);

    assertFalse(filledUntil().isBefore(once.plusSeconds(1)));
  }

  /** By the sight of the record system, which sees its own alone. */
  private OffsetDateTime filledUntil() {
    validate(Directory.person(notifying.institution, Role.CLERK), "{}").then().statusCode(200);
    return RawSql.inScope(
        notifying.ehr,
        h ->
            h.createQuery("select filled_until from notification.likeness_asked")
                .mapTo(OffsetDateTime.class)
                .one());
  }

  @Test
  void aFollowingNotificationIsToldWhatItWouldBeTold() {
    UUID former = notifying.submitted();
    String body = Notifying.json(Notifying.confirmed());

    Response validated = validate(notifying.ehr, "?succeeds=" + former, body);

    validated.then().statusCode(200).body("findings.code", hasItem("OTHER_PATIENT_THAN_BEFORE"));
    Response told = Handling.succeeded(notifying.ehr, former, Notifying.newKey(), body);
    assertEquals(told.<Object>path("findings"), validated.<Object>path("findings"));
    validate(notifying.ehr, "?succeeds=" + former, body).then().statusCode(409);
  }

  @Test
  void aSupplementIsToldWhatItWouldBeTold() {
    SampleForm form = Notifying.confirmed();
    UUID id =
        UUID.fromString(
            Notifying.submit(notifying.ehr, Notifying.newKey(), Notifying.json(form)).path("id"));
    form.category = DiagnosisCategory.ASYMPTOMATIC_CARRIER;
    form.onsetDate = null;

    validate(notifying.ehr, "?supplements=" + id, Notifying.json(form))
        .then()
        .statusCode(200)
        .body("acceptable", equalTo(true))
        .body("findings.code", contains("DIAGNOSIS_DATE_UNCHANGED"));
    Notifying.read(notifying.ehr, id).then().body("revision", equalTo(1));
  }

  @Test
  void whatMayNotBeWrittenIsNotValidatedAgainst() {
    UUID id = notifying.submitted();
    Login reader = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    Login stranger = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    Custody.give(RawSql.courseOf(id), reader.organisation(), "READ");

    for (String following : List.of("?succeeds=" + id, "?supplements=" + id)) {
      validate(stranger, following, "{}").then().statusCode(404);
      validate(reader, following, "{}").then().statusCode(403);
    }
    assertEquals(2, Handling.logged(stranger, "form.validate", "DENIED"));
    validate(notifying.ehr, "?succeeds=" + id + "&supplements=" + id, "{}").then().statusCode(422);
    validate(notifying.ehr, "?succeeds=1", "{}").then().statusCode(422);
  }

  private static Response validate(Login caller, String body) {
    return validate(caller, "", body);
  }

  private static Response validate(Login caller, String following, String body) {
    return Notifying.as(caller)
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/validations" + following);
  }
}
