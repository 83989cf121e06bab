package org.openhersys.tracking.handover;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.statusSet;
import static org.openhersys.tracking.CaseTracking.timeOver;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;

/** The table of who sees a case, before a handover is accepted and after. */
@QuarkusTest
class WhoSeesWhatTest {
  private final Login receiving = staffOf(Directory.healthCentre());
  private final Login giver = staffOf(Directory.healthCentre());
  private final Login taker = staffOf(Directory.healthCentre());
  private final Login stranger = staffOf(Directory.healthCentre());

  @Test
  void whoSeesWhatBeforeAcceptance() {
    UUID id = caseOfTheGiver();
    UUID handover = requested(id, giver, taker.organisation());

    assertSeesAs(receiving, id, "READ");
    assertSeesAs(giver, id, "WRITE");
    assertDoesNotKnow(taker, id);
    assertDoesNotKnow(stranger, id);
    statusSet(id, giver, "HOSPITALISED");
    as(taker)
        .get("/api/v1/handovers/" + handover)
        .then()
        .statusCode(200)
        .body("state", equalTo("REQUESTED"))
        .body("reason", equalTo("住所地のため（架空）"))
        .body("fromOrganisation.id", equalTo(giver.organisation().toString()))
        .body("summary.category", equalTo("CONFIRMED"))
        .body("summary.status", equalTo("HOSPITALISED"))
        .body("summary.municipalityCode", equalTo("011002"))
        .body("summary.diagnosisDate", equalTo("2026-11-22"))
        .body("$", not(hasKey("patient")))
        .body(not(containsString("架空 太郎")))
        .body(not(containsString("1961")));
    as(giver).get("/api/v1/handovers/" + handover).then().statusCode(200);
    as(receiving).get("/api/v1/handovers/" + handover).then().statusCode(404);
    as(stranger).get("/api/v1/handovers/" + handover).then().statusCode(404);
  }

  @Test
  void whoSeesWhatAfterAcceptance() {
    UUID id = caseOfTheGiver();
    accepted(requested(id, giver, taker.organisation()), taker);

    assertSeesAs(receiving, id, "READ");
    assertSeesAs(giver, id, "READ");
    assertSeesAs(taker, id, "WRITE");
    assertDoesNotKnow(stranger, id);
    as(receiving).get("/api/v1/cases/" + id).then().body("rightUntil", nullValue());
    OffsetDateTime until =
        OffsetDateTime.parse(
            as(giver).get("/api/v1/cases/" + id).jsonPath().getString("rightUntil"));
    Duration reads = Duration.between(OffsetDateTime.now(ZoneOffset.UTC), until);
    assertTrue(
        reads.compareTo(Duration.ofDays(29)) > 0 && reads.compareTo(Duration.ofDays(30)) <= 0);
    as(taker)
        .get("/api/v1/cases/" + id)
        .then()
        .body("responsibleHealthCentre.id", equalTo(taker.organisation().toString()))
        .body("receivingHealthCentre.id", equalTo(receiving.organisation().toString()))
        .body("notifications[0].document.patient.name", equalTo("架空 太郎"))
        .body("rightUntil", nullValue());
    statusSet(id, taker, "HOME_CARE");
  }

  @Test
  void onceTheGiversTimeIsOverItKnowsNothingMore() {
    UUID id = caseOfTheGiver();
    UUID handover = requested(id, giver, taker.organisation());
    accepted(handover, taker);
    timeOver(id, giver.organisation());

    assertDoesNotKnow(giver, id);
    as(giver).get("/api/v1/handovers/" + handover).then().statusCode(404);
  }

  @Test
  void aCaseMayComeBack() {
    UUID id = caseAt(receiving.organisation());
    accepted(requested(id, receiving, giver.organisation()), giver);
    accepted(requested(id, giver, receiving.organisation()), receiving);

    assertSeesAs(receiving, id, "WRITE");
    assertSeesAs(giver, id, "READ");
  }

  private UUID caseOfTheGiver() {
    UUID id = caseAt(receiving.organisation());
    accepted(requested(id, receiving, giver.organisation()), giver);
    return id;
  }

  private static void assertSeesAs(Login login, UUID id, String right) {
    as(login).get("/api/v1/cases/" + id).then().statusCode(200).body("right", equalTo(right));
    as(login)
        .get("/api/v1/cases")
        .then()
        .body("items.find { it.id == '" + id + "' }.right", equalTo(right));
  }

  private static void assertDoesNotKnow(Login login, UUID id) {
    as(login).get("/api/v1/cases/" + id).then().statusCode(404);
    as(login).get("/api/v1/cases/" + id + "/status").then().statusCode(404);
    as(login).get("/api/v1/cases").then().body("items.id", not(hasItem(id.toString())));
  }
}
