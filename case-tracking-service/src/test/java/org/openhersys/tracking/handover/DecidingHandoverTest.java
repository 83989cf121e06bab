package org.openhersys.tracking.handover;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.logged;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.statusSet;
import static org.openhersys.tracking.Handing.REASON;
import static org.openhersys.tracking.Handing.allMails;
import static org.openhersys.tracking.Handing.closed;
import static org.openhersys.tracking.Handing.tag;
import static org.openhersys.tracking.Handing.turned;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

/** 辞退, 取消, 返還: every way in which a request ends but acceptance. */
@QuarkusTest
class DecidingHandoverTest {
  private final Login receiving = staffOf(Directory.healthCentre());
  private final Login giver = staffOf(Directory.healthCentre());
  private final Login taker = staffOf(Directory.healthCentre());
  private final Login stranger = staffOf(Directory.healthCentre());
  private UUID caseId;
  private UUID handover;

  @BeforeEach
  void aRequestOfACentreThatDidNotReceiveTheNotification() {
    caseId = caseAt(receiving.organisation());
    accepted(requested(caseId, receiving, giver.organisation()), giver);
    handover = requested(caseId, giver, taker.organisation());
  }

  @Test
  void theRequestedCentreDeclinesWithItsReasonAndTheGiverStaysResponsible() {
    turned(taker, handover, "declination", REASON)
        .statusCode(200)
        .body("state", equalTo("DECLINED"))
        .body("decisionReason", equalTo("見本の理由（架空）"))
        .body("decidedAt", notNullValue())
        .body("$", not(hasKey("summary")))
        .body("turns.state", contains("REQUESTED", "DECLINED"))
        .body("turns[1].organisation.id", equalTo(taker.organisation().toString()));

    as(giver)
        .get("/api/v1/cases/" + caseId)
        .then()
        .body("responsibleHealthCentre.id", equalTo(giver.organisation().toString()))
        .body("handovers.find { it.id == '" + handover + "' }.state", equalTo("DECLINED"));
    statusSet(caseId, giver, "HOSPITALISED");
    as(taker).get("/api/v1/cases/" + caseId).then().statusCode(404);
    assertEquals(1, logged(taker, "handover.decline", "ALLOWED", handover, caseId));
    assertEquals(
        List.of(
            "HANDOVER_REQUESTED " + taker.organisation(),
            "HANDOVER_DECLINED " + giver.organisation() + " with id"),
        allMails(handover));
  }

  @Test
  void theRequestingCentreCancelsWithOrWithoutAReason() {
    turned(giver, handover, "cancellation", "{}")
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("decisionReason", nullValue());
    UUID next = requested(caseId, giver, taker.organisation());
    turned(giver, next, "cancellation", REASON)
        .statusCode(200)
        .body("decisionReason", equalTo("見本の理由（架空）"));

    as(taker)
        .get("/api/v1/handovers/" + handover)
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("$", not(hasKey("summary")));
    assertEquals(
        List.of(
            "HANDOVER_REQUESTED " + taker.organisation(),
            "HANDOVER_CANCELLED " + taker.organisation()),
        allMails(handover));
  }

  @Test
  void theTakerGivesTheCaseBackAtOnce() {
    accepted(handover, taker);

    turned(taker, handover, "return", REASON)
        .statusCode(200)
        .body("state", equalTo("RETURNED"))
        .body("acceptedAt", notNullValue())
        .body("turns.state", contains("REQUESTED", "ACCEPTED", "RETURNED"));

    statusSet(caseId, giver, "HOSPITALISED");
    as(taker)
        .get("/api/v1/cases/" + caseId)
        .then()
        .statusCode(200)
        .body("right", equalTo("READ"))
        .body("rightUntil", notNullValue())
        .body("responsibleHealthCentre.id", equalTo(giver.organisation().toString()));
    assertEquals(
        List.of(
            "HANDOVER_REQUESTED " + taker.organisation(),
            "HANDOVER_ACCEPTED " + giver.organisation() + " with id",
            "HANDOVER_RETURNED " + giver.organisation() + " with id"),
        allMails(handover));
  }

  @Test
  void aGiverWhoseSightEndsAtOnceIsToldThatTheCaseLeft() {
    try (Handle entered = taker.entered("hersys_tracking")) {
      entered
          .select(
              "select tracking.accept_handover(?, 1, null, now() - interval '1 second')", handover)
          .mapTo(String.class)
          .one();
      entered.commit();
    }

    as(giver).get("/api/v1/cases/" + caseId).then().statusCode(404);
    assertEquals(
        "LEFT",
        HersysDatabase.owner()
            .withHandle(
                h ->
                    h.select(
                            "select kind from tracking.change where case_id = ? and organisation_id = ? order by sequence desc limit 1",
                            caseId,
                            giver.organisation())
                        .mapTo(String.class)
                        .one()));
  }

  @Test
  void eachActIsOfOnePartyAlone() {
    assertRefused(giver, "declination", REASON, 403, "handover.decline");
    assertRefused(taker, "cancellation", "{}", 403, "handover.cancel");
    assertRefused(giver, "return", REASON, 403, "handover.return");
    for (Login other : List.of(stranger, receiving)) {
      assertRefused(other, "declination", REASON, 404, "handover.decline");
      assertRefused(other, "cancellation", "{}", 404, "handover.cancel");
      assertRefused(other, "return", REASON, 404, "handover.return");
    }
    as(taker).get("/api/v1/handovers/" + handover).then().body("state", equalTo("REQUESTED"));
  }

  @Test
  void eachActNeedsThePresentTag() {
    String present = tag(taker, handover);
    for (String act : List.of("declination", "acceptance")) {
      String body = act.equals("declination") ? REASON : null;
      turned(taker, handover, act, body, null).statusCode(428);
      turned(taker, handover, act, body, "\"nonsense\"")
          .statusCode(412)
          .body("current", equalTo(present));
    }
    turned(giver, handover, "cancellation", "{}", null).statusCode(428);
    turned(giver, handover, "cancellation", "{}", "\"handover-9\"").statusCode(412);
    accepted(handover, taker);
    turned(taker, handover, "return", REASON, null).statusCode(428);
    turned(taker, handover, "return", REASON, present)
        .statusCode(412)
        .body(
            "changedBy",
            equalTo(
                as(taker)
                    .get("/api/v1/handovers/" + handover)
                    .jsonPath()
                    .getString("toOrganisation.name")));
    assertEquals(1, logged(giver, "handover.cancel", "DENIED", handover));
  }

  @Test
  void whatIsDecidedIsNotDecidedAgain() {
    assertConflict(taker, "return", REASON, "HANDOVER_NOT_OPEN");
    turned(taker, handover, "declination", REASON).statusCode(200);

    assertConflict(taker, "acceptance", null, "HANDOVER_NOT_OPEN");
    assertConflict(taker, "declination", REASON, "HANDOVER_NOT_OPEN");
    assertConflict(giver, "cancellation", "{}", "HANDOVER_NOT_OPEN");
  }

  @Test
  void reasonsAreNeededAndBounded() {
    String tooLong = "{\"reason\": \"" + "長".repeat(1001) + "\"}";
    for (String act : List.of("declination", "return")) {
      turned(taker, handover, act, "{}").statusCode(422).body("errors.code", contains("REQUIRED"));
      turned(taker, handover, act, tooLong).statusCode(422);
      turned(taker, handover, act, "{\"why\": \"架空\"}").statusCode(400);
    }
    turned(giver, handover, "cancellation", "{\"reason\": \" \"}").statusCode(422);
  }

  @Test
  void aCaseIsNotReturnedOnceItWasOfferedOrWentOn() {
    accepted(handover, taker);
    UUID offered = requested(caseId, taker, stranger.organisation());
    assertConflict(taker, "return", REASON, "HANDOVER_NOT_RETURNABLE");
    accepted(offered, stranger);
    assertConflict(taker, "return", REASON, "HANDOVER_NOT_RETURNABLE");
    turned(stranger, offered, "return", REASON).statusCode(200);

    assertConflict(taker, "return", REASON, "HANDOVER_NOT_RETURNABLE");
  }

  @Test
  void aCaseIsNotReturnedAfterSevenDays() {
    accepted(handover, taker);
    acceptedAgo("7 days 1 second");
    assertConflict(taker, "return", REASON, "HANDOVER_NOT_RETURNABLE");
    acceptedAgo("6 days 23 hours");

    turned(taker, handover, "return", REASON).statusCode(200);
  }

  @Test
  void aCentreThatIsClosedNeitherAcceptsNorGetsACaseBack() {
    accepted(handover, taker);
    closed(giver.organisation());
    assertConflict(taker, "return", REASON, "CENTRE_INACTIVE");
    UUID offered = requested(caseId, taker, stranger.organisation());
    String answer;
    try (Handle entered = stranger.entered("hersys_tracking")) {
      closed(stranger.organisation());
      answer =
          entered
              .select("select tracking.accept_handover(?, 1, null, now())", offered)
              .mapTo(String.class)
              .one();
      entered.rollback();
    }

    assertEquals("INACTIVE", answer);
    turned(stranger, offered, "acceptance", null, "\"handover-1\"").statusCode(401);
  }

  @Test
  void listsKnowTheStatesAndTheRequestedCentreKeepsWhatItDeclined() {
    turned(taker, handover, "declination", REASON).statusCode(200);

    as(taker)
        .get("/api/v1/handovers?state=DECLINED&direction=incoming")
        .then()
        .statusCode(200)
        .body("items.id", contains(handover.toString()));
    as(giver).get("/api/v1/handovers?state=DECLINED").then().body("items.size()", equalTo(1));
    as(giver).get("/api/v1/handovers?state=RETURNED").then().body("items.size()", equalTo(0));
    as(giver).get("/api/v1/handovers?direction=area").then().statusCode(403);
  }

  private void assertRefused(Login login, String act, String body, int status, String operation) {
    turned(login, handover, act, body, "\"handover-1\"").statusCode(status);
    assertEquals(1, logged(login, operation, "DENIED", handover));
  }

  private void assertConflict(Login login, String act, String body, String code) {
    turned(login, handover, act, body).statusCode(409).body("errors[0].code", equalTo(code));
  }

  private void acceptedAgo(String interval) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update tracking.handover set accepted_at = now() - ?::interval, decided_at = now() - interval '8 days' where case_id = ?",
                    interval,
                    caseId));
  }
}
