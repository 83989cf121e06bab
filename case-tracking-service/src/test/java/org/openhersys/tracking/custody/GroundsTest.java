package org.openhersys.tracking.custody;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.timeOver;
import static org.openhersys.tracking.Handing.right;
import static org.openhersys.tracking.Handing.shared;
import static org.openhersys.tracking.Handing.unshared;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.time.Japan;

/**
 * An organisation may see a case on several grounds at once, and keeps the better of what remains.
 */
@QuarkusTest
class GroundsTest {
  private final LocalDate tomorrow = LocalDate.now(Japan.ZONE).plusDays(1);

  private final Login receiving = staffOf(Directory.healthCentre());
  private final Login former = staffOf(Directory.healthCentre());
  private final Login responsible = staffOf(Directory.healthCentre());
  private UUID caseId;

  /** Received by one centre, given away by a second, followed up by a third. */
  @BeforeEach
  void aCaseThatWasHandedOverTwice() {
    caseId = caseAt(receiving.organisation());
    accepted(requested(caseId, receiving, former.organisation()), former);
    accepted(requested(caseId, former, responsible.organisation()), responsible);
  }

  @Test
  void aReceivingCentreThatIsRelatedNoMoreReadsForEver() {
    shared(responsible, caseId, receiving.organisation(), right("WRITE", tomorrow));
    seen(receiving).body("right", equalTo("WRITE")).body("rightUntil", notNullValue());

    unshared(responsible, caseId, receiving.organisation()).statusCode(200);

    seen(receiving).body("right", equalTo("READ")).body("rightUntil", nullValue());
    assertEquals("UPSERT", lastTold(receiving));
  }

  @Test
  void aGiverThatIsRelatedKeepsTheBetterOfBoth() {
    shared(responsible, caseId, former.organisation(), right("WRITE", tomorrow)).statusCode(200);
    seen(former).body("right", equalTo("WRITE"));

    unshared(responsible, caseId, former.organisation()).statusCode(200);

    seen(former).body("right", equalTo("READ")).body("rightUntil", notNullValue());
    shared(responsible, caseId, former.organisation(), right("READ", tomorrow)).statusCode(200);
    assertEquals(29, daysLeft(former));
    shared(responsible, caseId, former.organisation(), right("READ")).statusCode(200);
    seen(former).body("right", equalTo("READ")).body("rightUntil", nullValue());
  }

  @Test
  void theRightDropsFromWriteToReadByTimeAndTheCentreIsToldAndDoesNotLeave() {
    shared(responsible, caseId, receiving.organisation(), right("WRITE", tomorrow));
    timeOver(caseId, receiving.organisation());

    seen(receiving).body("right", equalTo("READ")).body("rightUntil", nullValue());
    as(receiving)
        .get("/api/v1/cases")
        .then()
        .body("items.find { it.id == '" + caseId + "' }.right", equalTo("READ"));
    assertEquals(403, statusAsked(receiving));
    int before = toldTo(receiving);
    ended();

    seen(receiving).body("right", equalTo("READ"));
    assertEquals(before + 1, toldTo(receiving));
    assertEquals("UPSERT", lastTold(receiving));
    as(responsible)
        .get("/api/v1/cases/" + caseId + "/related-centres")
        .then()
        .body("items", equalTo(List.of()))
        .body("version", equalTo(2));
  }

  @Test
  void whoseLastGroundEndsIsToldOnceThatTheCaseLeft() {
    shared(responsible, caseId, former.organisation(), right("WRITE", tomorrow));
    timeOver(caseId, former.organisation());
    as(former).get("/api/v1/cases/" + caseId).then().statusCode(404);
    ended();
    ended();

    assertEquals("LEFT", lastTold(former));
    assertEquals(
        1,
        number(
            "select count(*) from tracking.change where case_id = ? and organisation_id = ? and kind = 'LEFT'",
            former));
    assertEquals(
        0,
        number(
            "select count(*) from tracking.custody_entry where case_id = ? and organisation_id = ?",
            former));
  }

  @Test
  void aCaseThatSomebodyWorksOnIsLeftForTheNextTime() {
    timeOver(caseId, former.organisation());
    try (var held = HersysDatabase.owner().open()) {
      held.begin();
      held.select("select 1 from tracking.case_file where id = ? for update", caseId)
          .mapTo(Integer.class)
          .one();
      ended();
      assertEquals("UPSERT", lastTold(former));
      held.rollback();
    }
    ended();

    assertEquals("LEFT", lastTold(former));
  }

  @Test
  void aRelatedCentreThatTakesTheCaseKeepsThatGroundForLater() {
    Login related = staffOf(Directory.healthCentre());
    shared(responsible, caseId, related.organisation(), right("READ")).statusCode(200);
    accepted(requested(caseId, responsible, related.organisation()), related);
    seen(related).body("right", equalTo("WRITE"));

    accepted(requested(caseId, related, responsible.organisation()), responsible);

    seen(related).body("right", equalTo("READ")).body("rightUntil", nullValue());
  }

  @Test
  void whereverACaseGoesOneCentreIsResponsibleForIt() {
    assertEquals(
        List.of(responsible.organisation()),
        HersysDatabase.owner()
            .withHandle(
                h ->
                    h.select(
                            "select organisation_id from tracking.custody_ground where case_id = ? and ground = 'RESPONSIBLE'",
                            caseId)
                        .mapTo(UUID.class)
                        .list()));
  }

  private ValidatableResponse seen(Login login) {
    return as(login).get("/api/v1/cases/" + caseId).then().statusCode(200);
  }

  private int statusAsked(Login login) {
    return as(login)
        .header("If-Match", "\"status-1\"")
        .contentType("application/json")
        .body("{\"status\": \"HOSPITALISED\"}")
        .put("/api/v1/cases/" + caseId + "/status")
        .statusCode();
  }

  /** As the service's schedule does it, until nothing is left that can be done. */
  private static void ended() {
    HersysDatabase.as("hersys_tracking_worker")
        .useTransaction(
            h -> h.select("select tracking.announce_departures(500)").mapTo(Integer.class).one());
  }

  private int daysLeft(Login login) {
    return number(
        "select extract(day from until - now())::int from tracking.custody_entry where case_id = ? and organisation_id = ?",
        login);
  }

  private int toldTo(Login login) {
    return number(
        "select count(*) from tracking.change where case_id = ? and organisation_id = ?", login);
  }

  private int number(String sql, Login login) {
    return HersysDatabase.owner()
        .withHandle(h -> h.select(sql, caseId, login.organisation()).mapTo(Integer.class).one());
  }

  private String lastTold(Login login) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select(
                        "select kind from tracking.change where case_id = ? and organisation_id = ? order by sequence desc limit 1",
                        caseId,
                        login.organisation())
                    .mapTo(String.class)
                    .one());
  }
}
