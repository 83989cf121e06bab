package org.openhersys.tracking.handover;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.logged;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

@QuarkusTest
class HandoverTest {
  private final Login receiving = staffOf(Directory.healthCentre());
  private final Login giver = staffOf(Directory.healthCentre());
  private final Login taker = staffOf(Directory.healthCentre());
  private final Login stranger = staffOf(Directory.healthCentre());

  @Test
  void requestingAndAcceptingAreRecorded() {
    UUID id = caseOfTheGiver();
    UUID handover = requested(id, giver, taker.organisation());
    accepted(handover, taker);

    assertEquals(1, logged(giver, "handover.request", "ALLOWED", id, handover));
    assertEquals(1, logged(taker, "handover.read", "ALLOWED", id, handover));
    assertEquals(1, logged(taker, "handover.accept", "ALLOWED", id, handover));
  }

  @Test
  void aCaseHasOneOpenRequestAtMost() {
    UUID id = caseOfTheGiver();
    requested(id, giver, taker.organisation());

    post(giver, id, stranger.organisation())
        .statusCode(409)
        .body("errors[0].code", equalTo("HANDOVER_OPEN"));
  }

  @Test
  void onlyTheResponsibleCentreMayAsk() {
    UUID id = caseOfTheGiver();

    post(receiving, id, taker.organisation()).statusCode(403);
    post(stranger, id, taker.organisation()).statusCode(404);

    assertEquals(1, logged(receiving, "handover.request", "DENIED", id));
    assertEquals(1, logged(stranger, "handover.request", "DENIED", id));
  }

  @Test
  void onlyAnotherActiveHealthCentreCanBeAsked() {
    UUID id = caseOfTheGiver();
    UUID closed = Directory.healthCentre();
    HersysDatabase.owner()
        .useHandle(
            h -> h.execute("update identity.organisation set active = false where id = ?", closed));

    assertNobodyToAsk(id, giver.organisation(), "OWN_CENTRE");
    assertNobodyToAsk(id, Directory.institution("011002"), "NOT_A_HEALTH_CENTRE");
    assertNobodyToAsk(id, closed, "NOT_A_HEALTH_CENTRE");
    assertNobodyToAsk(id, UUID.randomUUID(), "NOT_A_HEALTH_CENTRE");
  }

  @Test
  void allThatIsMissingIsToldAtOnce() {
    as(giver)
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/handovers")
        .then()
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/caseId", "/toOrganisationId", "/reason"));
    as(giver)
        .contentType("application/json")
        .body("{\"caseId\": \"no-id\", \"reason\": \"架空\"}")
        .post("/api/v1/handovers")
        .then()
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("ID_UNREADABLE", "REQUIRED"));
  }

  @Test
  void underOneKeyOneRequestIsMadeAndAnsweredAgain() {
    UUID id = caseOfTheGiver();
    String body = body(id, taker.organisation());

    String first = keyed(body).statusCode(201).extract().header("Location");
    String again = keyed(body).statusCode(201).extract().header("Location");

    assertEquals(first, again);
    keyed(body.replace("架空", "見本")).statusCode(422).body("type", containsString("key-reused"));
  }

  @Test
  void aRefusedRequestMayBeCorrectedUnderItsKey() {
    UUID id = caseOfTheGiver();

    keyed(body(id, giver.organisation())).statusCode(422);

    keyed(body(id, taker.organisation())).statusCode(201);
  }

  @Test
  void onlyTheRequestedCentreAccepts() {
    UUID id = caseOfTheGiver();
    UUID handover = requested(id, giver, taker.organisation());

    accept(giver, handover, tag(handover)).statusCode(403);
    accept(stranger, handover, tag(handover)).statusCode(404);
    accept(receiving, handover, tag(handover)).statusCode(404);

    assertEquals(1, logged(giver, "handover.accept", "DENIED", handover));
    assertEquals(1, logged(stranger, "handover.accept", "DENIED", handover));
  }

  @Test
  void acceptingNeedsTheTagOfTheOpenRequest() {
    UUID handover = requested(caseOfTheGiver(), giver, taker.organisation());
    String tag = tag(handover);

    accept(taker, handover, null).statusCode(428);
    accept(taker, handover, "\"nonsense\"").statusCode(412).body("current", equalTo(tag));
    accept(taker, handover, tag)
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"))
        .body("decidedAt", notNullValue());
    accept(taker, handover, tag).statusCode(409);
    accept(taker, handover, tag(handover)).statusCode(409);
  }

  private UUID caseOfTheGiver() {
    UUID id = caseAt(receiving.organisation());
    accepted(requested(id, receiving, giver.organisation()), giver);
    return id;
  }

  private void assertNobodyToAsk(UUID id, UUID organisation, String code) {
    post(giver, id, organisation)
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/toOrganisationId"))
        .body("errors[0].code", equalTo(code));
  }

  private ValidatableResponse keyed(String body) {
    return as(giver)
        .header("Idempotency-Key", "key-" + giver.principal())
        .contentType("application/json")
        .body(body)
        .post("/api/v1/handovers")
        .then();
  }

  private static ValidatableResponse post(Login login, UUID caseId, UUID to) {
    return as(login)
        .contentType("application/json")
        .body(body(caseId, to))
        .post("/api/v1/handovers")
        .then();
  }

  private static String body(UUID caseId, UUID to) {
    return """
           {"caseId": "%s", "toOrganisationId": "%s", "reason": "住所地のため（架空）"}
           """
        .formatted(caseId, to);
  }

  private static ValidatableResponse accept(Login login, UUID handover, String tag) {
    var request = tag == null ? as(login) : as(login).header("If-Match", tag);
    return request.post("/api/v1/handovers/" + handover + "/acceptance").then();
  }

  private String tag(UUID handover) {
    return as(taker).get("/api/v1/handovers/" + handover).header("ETag");
  }
}
