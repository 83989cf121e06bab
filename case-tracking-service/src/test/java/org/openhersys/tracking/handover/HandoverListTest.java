package org.openhersys.tracking.handover;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;

@QuarkusTest
class HandoverListTest {
  private final Login giver = staffOf(Directory.healthCentre());
  private final Login taker = staffOf(Directory.healthCentre());
  private final Login stranger = staffOf(Directory.healthCentre());

  @Test
  void listsAreNewestFirstAndByDirectionAndState() {
    List<String> incoming = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      incoming.add(requested(caseAt(giver.organisation()), giver, taker.organisation()).toString());
    }
    accepted(UUID.fromString(incoming.get(0)), taker);
    String outgoing =
        requested(caseAt(taker.organisation()), taker, giver.organisation()).toString();
    Collections.reverse(incoming);

    as(taker)
        .get("/api/v1/handovers?direction=incoming")
        .then()
        .body("items.id", equalTo(incoming));
    as(taker)
        .get("/api/v1/handovers?direction=outgoing")
        .then()
        .body("items.id", contains(outgoing));
    as(taker)
        .get("/api/v1/handovers?state=ACCEPTED")
        .then()
        .body("items.id", contains(incoming.get(2)));
    List<String> all = new ArrayList<>(List.of(outgoing));
    all.addAll(incoming);
    assertEquals(all, pages("?limit=1"));
    assertEquals(incoming, pages("?limit=2&direction=incoming"));
    as(stranger).get("/api/v1/handovers").then().body("items.size()", equalTo(0));
  }

  @Test
  void unknownFiltersAndForeignCursorsAreRefused() {
    requested(caseAt(giver.organisation()), giver, taker.organisation());
    requested(caseAt(giver.organisation()), giver, taker.organisation());
    String cursor = as(taker).get("/api/v1/handovers?limit=1").jsonPath().getString("next");

    as(taker).get("/api/v1/handovers?direction=sideways").then().statusCode(422);
    as(taker).get("/api/v1/handovers?state=LOST").then().statusCode(422);
    as(taker).get("/api/v1/handovers?limit=0").then().statusCode(422);
    as(giver).get("/api/v1/handovers?cursor=" + cursor).then().statusCode(400);
    as(taker).get("/api/v1/handovers?state=REQUESTED&cursor=" + cursor).then().statusCode(400);
    as(taker).get("/api/v1/handovers?cursor=" + cursor + "x").then().statusCode(400);
  }

  private List<String> pages(String query) {
    List<String> ids = new ArrayList<>();
    String next = null;
    do {
      var page =
          as(taker)
              .get("/api/v1/handovers" + query + (next == null ? "" : "&cursor=" + next))
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      ids.addAll(page.getList("items.id"));
      next = page.getString("next");
    } while (next != null);
    return ids;
  }
}
