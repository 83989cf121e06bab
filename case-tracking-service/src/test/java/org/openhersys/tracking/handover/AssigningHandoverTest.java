package org.openhersys.tracking.handover;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
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
import static org.openhersys.tracking.Handing.REASON;
import static org.openhersys.tracking.Handing.allMails;
import static org.openhersys.tracking.Handing.assigned;
import static org.openhersys.tracking.Handing.assignment;
import static org.openhersys.tracking.Handing.closed;
import static org.openhersys.tracking.Handing.governmentAbove;
import static org.openhersys.tracking.Handing.mails;
import static org.openhersys.tracking.Handing.reminded;
import static org.openhersys.tracking.Handing.turned;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

/** 指定: a local government decides where nobody takes a case. */
@QuarkusTest
class AssigningHandoverTest {
  private final Login giver = staffOf(Directory.healthCentre());
  private final Login taker = staffOf(Directory.healthCentre());
  private final Login third = staffOf(Directory.healthCentre());
  private final Login outside = staffOf(Directory.healthCentre());
  private final Login outsider = staffOf(Directory.healthCentre());
  private final Login government =
      governmentAbove(giver.organisation(), taker.organisation(), third.organisation());
  private final Login otherGovernment = governmentAbove(outside.organisation());
  private UUID caseId;
  private UUID handover;

  @BeforeEach
  void aRequestWithinOneAreaThatWasRemindedOf() {
    caseId = caseAt(giver.organisation());
    handover = reminded(requested(caseId, giver, taker.organisation()));
  }

  @Test
  void aDeclinedCaseIsAssignedAndResponsibilityMovesAtOnce() {
    turned(taker, handover, "declination", REASON).statusCode(200);

    assigned(government, handover, third.organisation())
        .statusCode(200)
        .body("state", equalTo("ASSIGNED"))
        .body("assignedOrganisation.id", equalTo(third.organisation().toString()))
        .body("decisionReason", equalTo("管轄のため（架空）"))
        .body("turns.state", contains("REQUESTED", "DECLINED", "ASSIGNED"))
        .body("turns[1].reason", equalTo("見本の理由（架空）"));

    statusSet(caseId, third, "HOSPITALISED");
    as(giver)
        .get("/api/v1/cases/" + caseId)
        .then()
        .body("right", equalTo("READ"))
        .body("responsibleHealthCentre.id", equalTo(third.organisation().toString()));
    as(third)
        .get("/api/v1/handovers?direction=incoming&state=ASSIGNED")
        .then()
        .body("items.id", contains(handover.toString()));
    as(taker).get("/api/v1/cases/" + caseId).then().statusCode(404);
    as(taker).get("/api/v1/handovers/" + handover).then().statusCode(404);
    assertEquals(
        Set.of(
            "CASE_ASSIGNED " + third.organisation() + " with id",
            "CASE_REASSIGNED " + giver.organisation() + " with id"),
        Set.copyOf(allMails(caseId)));
    assertEquals(0, mails("HANDOVER_CANCELLED", taker.organisation(), handover));
    assertEquals(1, logged(government, "handover.assign", "ALLOWED", handover, caseId));
  }

  @Test
  void anOpenOrExpiredOneIsAssignedTooAlsoToTheCentreThatWasAsked() {
    assigned(government, handover, taker.organisation()).statusCode(200);
    UUID back = requested(caseId, taker, giver.organisation());
    HersysDatabase.owner()
        .useHandle(
            h -> h.execute("update tracking.handover set expires_at = now() where id = ?", back));
    assigned(government, back, third.organisation()).statusCode(200);

    statusSet(caseId, third, "HOME_CARE");
    as(taker)
        .get("/api/v1/handovers?direction=incoming")
        .then()
        .body("items.id", contains(handover.toString()));
  }

  @Test
  void whatTheRequestedCentreWasNotRemindedOfIsNotAssignedWhileItIsOpen() {
    UUID open = requested(caseAt(giver.organisation()), giver, taker.organisation());
    turned(government, open, "assignment", assignment(third.organisation()), null).statusCode(428);

    assigned(government, open, third.organisation())
        .statusCode(409)
        .body("errors[0].code", equalTo("HANDOVER_STILL_OPEN"));
    as(taker).get("/api/v1/handovers/" + open).then().body("state", equalTo("REQUESTED"));
  }

  @Test
  void theGovernmentAboveTheRequestedCentreAloneAssignsWithinItsArea() {
    UUID crossing =
        reminded(requested(caseAt(outside.organisation()), outside, taker.organisation()));
    assigned(otherGovernment, crossing, third.organisation()).statusCode(422);

    assigned(government, crossing, third.organisation()).statusCode(200);
  }

  @Test
  void theSummaryIsForAGovernmentThatHasToDoWithIt() {
    UUID crossing = requested(caseAt(outside.organisation()), outside, taker.organisation());
    assertSummary(government, crossing, true);
    turned(taker, crossing, "declination", REASON).statusCode(200);
    assertSummary(government, crossing, true);
    reminded(requested(caseOf(crossing), outside, outsider.organisation()));

    assertSummary(government, crossing, false);
    assertSummary(otherGovernment, crossing, true);
    turned(taker, handover, "declination", REASON).statusCode(200);
    assigned(government, handover, third.organisation()).statusCode(200);
    assertSummary(government, handover, true);
  }

  @Test
  void aCentreThatWasStillAskedIsToldThatItIsAskedNoMoreUnlessItGetsTheCase() {
    assigned(government, handover, third.organisation()).statusCode(200);
    UUID other = reminded(requested(caseId, third, taker.organisation()));
    assigned(government, other, taker.organisation()).statusCode(200);

    assertEquals(1, mails("HANDOVER_CANCELLED", taker.organisation(), handover));
    assertEquals(0, mails("HANDOVER_CANCELLED", taker.organisation(), other));
  }

  @Test
  void theLocalGovernmentSeesTheHandoverWithASummaryAndNotTheCase() {
    as(government)
        .get("/api/v1/handovers/" + handover)
        .then()
        .statusCode(200)
        .body("summary.category", equalTo("CONFIRMED"))
        .body("summary.municipalityCode", notNullValue())
        .body(not(containsString("架空 太郎")))
        .body(not(containsString("1961")));
    as(government).get("/api/v1/cases/" + caseId).then().statusCode(403);
    as(government).get("/api/v1/cases/" + caseId + "/custody").then().statusCode(403);
    as(otherGovernment).get("/api/v1/handovers/" + handover).then().statusCode(404);
    assertEquals(1, logged(government, "handover.read", "ALLOWED", handover));
    assertEquals(1, logged(otherGovernment, "handover.read", "DENIED", handover));
  }

  @Test
  void theLocalGovernmentSeesNothingOfACaseByRawSql() {
    for (String relation :
        List.of(
            "tracking.case_file",
            "tracking.custody_entry",
            "tracking.custody_ground",
            "tracking.custody_history",
            "tracking.status_entry",
            "tracking.change")) {
      int seen =
          HersysDatabase.as("hersys_tracking")
              .inTransaction(
                  h -> {
                    government.enter(h);
                    return h.select("select count(*) from " + relation).mapTo(Integer.class).one();
                  });
      assertEquals(0, seen, relation);
    }
  }

  @Test
  void listsOfTheAreaHoldEachHandoverOnceAndNoOthers() {
    UUID incoming = requested(caseAt(outside.organisation()), outside, third.organisation());
    UUID outgoing = requested(caseAt(third.organisation()), third, outside.organisation());
    UUID elsewhere = requested(caseAt(outside.organisation()), outside, Directory.healthCentre());
    turned(third, incoming, "declination", REASON).statusCode(200);

    assertEquals(
        List.of(outgoing.toString(), incoming.toString(), handover.toString()),
        pages("/api/v1/handovers?direction=area&limit=1"));
    as(government)
        .get("/api/v1/handovers?direction=area&state=DECLINED")
        .then()
        .body("items.id", contains(incoming.toString()))
        .body("items[0].summary.category", equalTo("CONFIRMED"));
    as(government).get("/api/v1/handovers").then().body("items.size()", equalTo(3));
    as(government)
        .get("/api/v1/handovers?direction=incoming")
        .then()
        .body("items", equalTo(List.of()));
    as(otherGovernment)
        .get("/api/v1/handovers?direction=area")
        .then()
        .body(
            "items.id",
            containsInAnyOrder(elsewhere.toString(), incoming.toString(), outgoing.toString()))
        .body("items.id", not(hasItem(handover.toString())));
    as(giver).get("/api/v1/handovers?direction=area").then().statusCode(403);
    assertEquals(1, logged(giver, "handover.list", "DENIED"));
  }

  @Test
  void aLocalGovernmentAboveAnotherSeesItsAreaToo() {
    Login prefecture = governmentAbove(government.organisation());

    as(prefecture).get("/api/v1/handovers/" + handover).then().statusCode(200);
    assigned(prefecture, handover, third.organisation()).statusCode(200);
  }

  @Test
  void onlyAnotherActiveCentreOfTheAreaCanBeAssigned() {
    UUID closed = Directory.healthCentre();
    UUID institution = Directory.institution("011002");
    Login above = governmentAbove(giver.organisation(), taker.organisation(), closed, institution);
    closed(closed);

    assertNotAssigned(above, giver.organisation(), "OWN_CENTRE");
    assertNotAssigned(above, closed, "NOT_IN_AREA");
    assertNotAssigned(above, institution, "NOT_IN_AREA");
    assertNotAssigned(above, third.organisation(), "NOT_IN_AREA");
    assertNotAssigned(above, UUID.randomUUID(), "NOT_IN_AREA");
    turned(above, handover, "assignment", "{}")
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/toOrganisationId", "/reason"));
  }

  @Test
  void whatIsDecidedOtherwiseOrAskedAnewIsNotAssigned() {
    turned(taker, handover, "declination", REASON).statusCode(200);
    UUID next = requested(caseId, giver, third.organisation());
    assigned(government, handover, third.organisation()).statusCode(409);
    accepted(next, third);

    assigned(government, handover, third.organisation()).statusCode(409);
    assigned(government, next, taker.organisation()).statusCode(409);
    turned(giver, handover, "cancellation", "{}").statusCode(409);
  }

  @Test
  void assigningIsOfTheLocalGovernmentAboveAlone() {
    String body = assignment(third.organisation());
    turned(otherGovernment, handover, "assignment", body, "\"handover-1\"").statusCode(404);
    turned(giver, handover, "assignment", body, "\"handover-1\"").statusCode(403);
    turned(government, handover, "acceptance", null, "\"handover-1\"").statusCode(403);
    turned(government, handover, "assignment", body, null).statusCode(428);
    turned(government, handover, "assignment", body, "\"handover-7\"")
        .statusCode(412)
        .body("changedBy", startsWith("架空保健所"));

    assertEquals(1, logged(otherGovernment, "handover.assign", "DENIED", handover));
    assertEquals(1, logged(government, "handover.assign", "DENIED", handover));
  }

  private static void assertSummary(Login login, UUID handover, boolean shown) {
    as(login)
        .get("/api/v1/handovers/" + handover)
        .then()
        .statusCode(200)
        .body("summary", shown ? notNullValue() : nullValue());
  }

  private static UUID caseOf(UUID handover) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select("select case_id from tracking.handover where id = ?", handover)
                    .mapTo(UUID.class)
                    .one());
  }

  private void assertNotAssigned(Login login, UUID to, String code) {
    assigned(login, handover, to)
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/toOrganisationId"))
        .body("errors[0].code", equalTo(code));
  }

  private List<String> pages(String path) {
    List<String> ids = new ArrayList<>();
    String next = null;
    do {
      var page = as(government).get(path + (next == null ? "" : "&cursor=" + next)).jsonPath();
      ids.addAll(page.getList("items.id"));
      next = page.getString("next");
    } while (next != null);
    return ids;
  }
}
