package org.openhersys.notification.validation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Notifying;

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

  private static Response validate(Login caller, String body) {
    return Notifying.as(caller)
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/validations");
  }
}
