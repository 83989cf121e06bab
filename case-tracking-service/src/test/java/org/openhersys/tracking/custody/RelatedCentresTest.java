package org.openhersys.tracking.custody;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.logged;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.statusSet;
import static org.openhersys.tracking.CaseTracking.waitUntil;
import static org.openhersys.tracking.Handing.closed;
import static org.openhersys.tracking.Handing.listTag;
import static org.openhersys.tracking.Handing.mails;
import static org.openhersys.tracking.Handing.right;
import static org.openhersys.tracking.Handing.shared;
import static org.openhersys.tracking.Handing.unshared;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.time.Japan;

/** 関係保健所: several centres share a case ([S4]). */
@QuarkusTest
class RelatedCentresTest {
  private final Login responsible = staffOf(Directory.healthCentre());
  private final Login related = staffOf(Directory.healthCentre());
  private final Login stranger = staffOf(Directory.healthCentre());
  private UUID caseId;

  @BeforeEach
  void aCase() {
    caseId = caseAt(responsible.organisation());
  }

  @Test
  void theResponsibleCentreSharesACaseUntilADay() {
    LocalDate today = LocalDate.now(Japan.ZONE);

    shared(responsible, caseId, related.organisation(), right("READ", today))
        .statusCode(200)
        .body("version", equalTo(1))
        .body("items.organisation.id", contains(related.organisation().toString()))
        .body("items.right", contains("READ"))
        .body("items.until", contains(today.toString()));

    as(related)
        .get("/api/v1/cases/" + caseId)
        .then()
        .statusCode(200)
        .body("right", equalTo("READ"))
        .body(
            "rightUntil",
            equalTo(today.plusDays(1).atStartOfDay(Japan.ZONE).toInstant().toString()))
        .body("relatedHealthCentres.until", contains(today.toString()));
    as(related).get("/api/v1/cases").then().body("items.id", contains(caseId.toString()));
    assertEquals(1, mails("CASE_SHARED", related.organisation(), caseId));
    assertEquals(1, logged(responsible, "related-centre.set", "ALLOWED", caseId));
    assertEquals(1, logged(responsible, "related-centre.list", "ALLOWED", caseId));
  }

  @Test
  void aCentreThatMayWriteSetsTheStatusAndNothingElse() {
    shared(responsible, caseId, related.organisation(), right("WRITE")).statusCode(200);

    statusSet(caseId, related, "HOSPITALISED");

    as(related).get("/api/v1/cases/" + caseId).then().body("right", equalTo("WRITE"));
    as(responsible)
        .get("/api/v1/cases/" + caseId + "/status")
        .then()
        .body("history[0].organisation.id", equalTo(related.organisation().toString()));
    shared(related, caseId, stranger.organisation(), right("READ")).statusCode(403);
    unshared(related, caseId, related.organisation()).statusCode(403);
    as(related)
        .contentType("application/json")
        .body(
            """
            {"caseId": "%s", "toOrganisationId": "%s", "reason": "架空"}
            """
                .formatted(caseId, stranger.organisation()))
        .post("/api/v1/handovers")
        .then()
        .statusCode(403);
    assertEquals(1, logged(related, "related-centre.set", "DENIED", caseId));
    assertEquals(1, logged(related, "related-centre.remove", "DENIED", caseId));
    assertEquals(1, logged(related, "handover.request", "DENIED", caseId));
  }

  @Test
  void aCentreThatOnlyReadsSetsNothing() {
    shared(responsible, caseId, related.organisation(), right("READ")).statusCode(200);

    assertEquals(403, statusAsked(related));
    assertEquals(1, logged(related, "case-status.change", "DENIED", caseId));
  }

  @Test
  void whoIsRemovedSeesNothingMoreAndIsToldThatTheCaseLeft() {
    shared(responsible, caseId, related.organisation(), right("WRITE")).statusCode(200);

    unshared(responsible, caseId, related.organisation())
        .statusCode(200)
        .body("version", equalTo(2))
        .body("items", empty());

    as(related).get("/api/v1/cases/" + caseId).then().statusCode(404);
    assertEquals(404, statusAsked(related));
    waitUntil(
        () ->
            as(related)
                .get("/api/v1/cases/changes")
                .jsonPath()
                .getList("items.kind")
                .equals(java.util.List.of("LEFT")));
    unshared(responsible, caseId, related.organisation()).statusCode(404);
  }

  @Test
  void changesNeedTheTagOfTheList() {
    String first = listTag(responsible, caseId);
    UUID centre = related.organisation();

    shared(responsible, caseId, centre, right("READ"), null).statusCode(428);
    shared(responsible, caseId, centre, right("READ"), first).statusCode(200);
    shared(responsible, caseId, stranger.organisation(), right("READ"), first)
        .statusCode(412)
        .body("current", equalTo(listTag(responsible, caseId)))
        .body("changedBy", startsWith("架空保健所"));
    as(responsible)
        .header("If-Match", first)
        .delete("/api/v1/cases/" + caseId + "/related-centres/" + centre)
        .then()
        .statusCode(412);
    as(responsible)
        .delete("/api/v1/cases/" + caseId + "/related-centres/" + centre)
        .then()
        .statusCode(428);
    assertEquals(1, logged(responsible, "related-centre.remove", "DENIED", caseId));
  }

  @Test
  void theSameAgainChangesNothingAndMailsNobody() {
    shared(responsible, caseId, related.organisation(), right("READ")).statusCode(200);

    shared(responsible, caseId, related.organisation(), right("READ"))
        .statusCode(200)
        .body("version", equalTo(1));
    shared(responsible, caseId, related.organisation(), right("WRITE"))
        .statusCode(200)
        .body("version", equalTo(2));

    assertEquals(2, mails("CASE_SHARED", related.organisation(), caseId));
  }

  @Test
  void onlyAnotherActiveHealthCentreAndADayToComeAreAccepted() {
    UUID closed = Directory.healthCentre();
    closed(closed);

    assertNotShared(responsible.organisation(), right("READ"), "", "OWN_CENTRE");
    assertNotShared(closed, right("READ"), "", "NOT_A_HEALTH_CENTRE");
    assertNotShared(Directory.institution("011002"), right("READ"), "", "NOT_A_HEALTH_CENTRE");
    assertNotShared(UUID.randomUUID(), right("READ"), "", "NOT_A_HEALTH_CENTRE");
    assertNotShared(
        Directory.organisation("MUNICIPALITY", "架空市", "011002"),
        right("READ"),
        "",
        "NOT_A_HEALTH_CENTRE");
    assertNotShared(
        related.organisation(),
        right("READ", LocalDate.now(Japan.ZONE).minusDays(1)),
        "/until",
        "DATE_OVER");
    assertNotShared(related.organisation(), "{}", "/right", "REQUIRED");
    assertNotShared(related.organisation(), right("OWN"), "/right", "CODE_UNKNOWN");
  }

  @Test
  void aStrangerDoesNotKnowOfTheCase() {
    as(stranger).get("/api/v1/cases/" + caseId + "/related-centres").then().statusCode(404);
    shared(stranger, caseId, related.organisation(), right("READ")).statusCode(404);
    unshared(stranger, caseId, related.organisation()).statusCode(404);

    assertEquals(1, logged(stranger, "related-centre.set", "DENIED", caseId));
    assertEquals(1, logged(stranger, "related-centre.remove", "DENIED", caseId));
  }

  @Test
  void aGiverSharesNothingMoreAndTheTakerDoes() {
    shared(responsible, caseId, related.organisation(), right("READ")).statusCode(200);
    accepted(requested(caseId, responsible, stranger.organisation()), stranger);

    shared(responsible, caseId, related.organisation(), right("WRITE")).statusCode(403);
    shared(stranger, caseId, related.organisation(), right("WRITE")).statusCode(200);
    shared(stranger, caseId, responsible.organisation(), right("WRITE"))
        .statusCode(200)
        .body("items.size()", equalTo(2));
    as(responsible)
        .get("/api/v1/cases/" + caseId)
        .then()
        .body("right", equalTo("WRITE"))
        .body("rightUntil", nullValue());
  }

  @Test
  void aStatusChangeThatWaitsForTheRemovalIsRefusedAfterIt() {
    shared(responsible, caseId, related.organisation(), right("WRITE")).statusCode(200);
    CompletableFuture<Integer> change;
    try (Handle removal = responsible.entered("hersys_tracking")) {
      removal
          .select(
              "select tracking.remove_related_centre(?, ?, 1, null)",
              caseId,
              related.organisation())
          .mapTo(String.class)
          .one();
      change = CompletableFuture.supplyAsync(() -> statusAsked(related, "\"status-1\""));
      waitUntil(() -> HersysDatabase.isWaiting("hersys_tracking"));
      removal.commit();
    }

    assertEquals(404, change.join());
  }

  @Test
  void thePolicyRefusesAnUpdateThatWaitedForTheRemoval() {
    shared(responsible, caseId, related.organisation(), right("WRITE")).statusCode(200);
    CompletableFuture<Integer> updated;
    try (Handle removal = responsible.entered("hersys_tracking")) {
      removal
          .select(
              "select tracking.remove_related_centre(?, ?, 1, null)",
              caseId,
              related.organisation())
          .mapTo(String.class)
          .one();
      updated =
          CompletableFuture.supplyAsync(
              () -> {
                try (Handle raw = related.entered("hersys_tracking")) {
                  int rows =
                      raw.execute(
                          "update tracking.case_file set current_status = 'DECEASED' where id = ?",
                          caseId);
                  raw.commit();
                  return rows;
                }
              });
      waitUntil(() -> HersysDatabase.isWaiting("hersys_tracking"));
      removal.commit();
    }

    assertEquals(0, updated.join());
  }

  private void assertNotShared(UUID centre, String body, String pointer, String code) {
    shared(responsible, caseId, centre, body)
        .statusCode(422)
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
  }

  private int statusAsked(Login login) {
    Response present = as(responsible).get("/api/v1/cases/" + caseId + "/status");
    return statusAsked(login, present.header("ETag"));
  }

  private int statusAsked(Login login, String tag) {
    return as(login)
        .header("If-Match", tag)
        .contentType("application/json")
        .body("{\"status\": \"HOSPITALISED\"}")
        .put("/api/v1/cases/" + caseId + "/status")
        .statusCode();
  }
}
