package org.openhersys.tracking.feed;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.timeOver;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

/** Who hears of a case, as it is handed on. */
@QuarkusTest
class CaseChangesSightTest {
  @Inject AnnouncingDepartures departures;

  private final UUID centre = Directory.healthCentre();
  private final Login system = Directory.machine(centre, Scopes.CASE_READ);
  private final Login staff = staffOf(centre);

  @Test
  void whatACentreMayNoLongerSeeHasLeft() {
    Login next = staffOf(Directory.healthCentre());
    Login third = staffOf(Directory.healthCentre());
    UUID id = caseAt(centre);
    accepted(requested(id, staff, next.organisation()), next);
    accepted(requested(id, next, third.organisation()), third);
    String cursor = as(next).get(path("")).jsonPath().getString("next");

    timeOver(id, next.organisation());
    departures.announce();
    departures.announce();

    waitUntil(() -> as(next).get(path(cursor)).jsonPath().getList("items").size() > 0);
    as(next)
        .get(path(cursor))
        .then()
        .body("items.kind", contains("LEFT"))
        .body("items.caseId", contains(id.toString()))
        .body("items[0].case", nullValue());
    as(next).get(path("")).then().body("items.kind", contains("LEFT"));
    int told =
        HersysDatabase.owner()
            .withHandle(
                h ->
                    h.select(
                            "select count(*) from tracking.change where case_id = ? and kind = 'LEFT'",
                            id)
                        .mapTo(Integer.class)
                        .one());
    assertEquals(1, told);
  }

  @Test
  void theNewCentreHearsOfTheCaseItAccepted() {
    Login next = staffOf(Directory.healthCentre());
    UUID id = caseAt(centre);
    UUID handover = requested(id, staff, next.organisation());
    as(next).get(path("")).then().body("items", empty());

    accepted(handover, next);

    waitUntil(() -> as(next).get(path("")).jsonPath().getList("items").size() == 1);
    as(next).get(path("")).then().body("items[0].case.right", equalTo("WRITE"));
  }

  @Test
  void anotherCentresChangesAreNotInIt() {
    caseAt(Directory.healthCentre());

    as(system).get(path("")).then().statusCode(200).body("items", empty());
  }

  private static String path(String cursor) {
    return path(cursor, "100");
  }

  private static String path(String cursor, String limit) {
    String address = "/api/v1/cases/changes?limit=" + limit;
    return cursor.isEmpty() ? address : address + "&cursor=" + cursor;
  }
}
