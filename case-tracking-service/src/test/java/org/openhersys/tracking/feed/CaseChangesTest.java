package org.openhersys.tracking.feed;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.logged;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.statusSet;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

@QuarkusTest
class CaseChangesTest {
  private final UUID centre = Directory.healthCentre();
  private final Login system = Directory.machine(centre, Scopes.CASE_READ);
  private final Login staff = staffOf(centre);

  @Test
  void withoutACursorItBeginsAtTheBeginning() {
    UUID first = caseAt(centre);
    UUID second = caseAt(centre);

    JsonPath changes = settled(2);

    assertEquals(List.of(first.toString(), second.toString()), changes.getList("items.caseId"));
    assertEquals(List.of("UPSERT", "UPSERT"), changes.getList("items.kind"));
    assertEquals("架空 太郎", changes.getString("items[0].case.patient.name"));
    assertFalse(changes.getBoolean("more"));
  }

  @Test
  void theCursorContinuesAlsoWhenNothingChanged() {
    String atTheStart = changes("").getString("next");
    as(system).get(path(atTheStart)).then().statusCode(200).body("items", empty());
    UUID id = caseAt(centre);
    String afterIt = settled(1).getString("next");

    statusSet(id, staff, "HOSPITALISED");

    waitUntil(() -> changes(afterIt).getList("items").size() == 1);
    as(system)
        .get(path(afterIt))
        .then()
        .body("items.caseId", contains(id.toString()))
        .body("items[0].case.currentStatus", equalTo("HOSPITALISED"))
        .body("items[0].case.version", equalTo(2));
  }

  @Test
  void theSameCursorTellsTheSameOrNewerTruthAnyNumberOfTimes() {
    String start = changes("").getString("next");
    UUID first = caseAt(centre);
    UUID second = caseAt(centre);
    settled(2);

    JsonPath once = changes(start);
    JsonPath twice = changes(start);
    statusSet(first, staff, "HOSPITALISED");
    waitUntil(() -> changes(once.getString("next")).getList("items").size() == 1);
    JsonPath later = changes(start);

    assertEquals(once.<Object>get(), twice.<Object>get());
    assertEquals(
        Set.of(first.toString(), second.toString()), Set.copyOf(later.getList("items.caseId")));
    assertEquals(2, later.getInt("items.find { it.caseId == '%s' }.case.version".formatted(first)));
  }

  @Test
  void aCaseComesOnceInAPage() {
    UUID id = caseAt(centre);
    statusSet(id, staff, "HOSPITALISED");
    statusSet(id, staff, "HOME_CARE");
    waitUntil(() -> changes("").getInt("items[0].case.version") == 3);

    as(system)
        .get(path(""))
        .then()
        .body("items", hasSize(1))
        .body("items[0].case.currentStatus", equalTo("HOME_CARE"));
  }

  @Test
  void pagesAreCompleteAndSayWhetherThereIsMore() {
    List<String> cases = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      cases.add(caseAt(centre).toString());
    }
    settled(5);
    List<String> seen = new ArrayList<>();

    String next = "";
    boolean more = true;
    while (more) {
      JsonPath page = as(system).get(path(next, "2")).then().extract().jsonPath();
      seen.addAll(page.getList("items.caseId"));
      next = page.getString("next");
      more = page.getBoolean("more");
    }

    assertEquals(cases, seen);
  }

  @Test
  void transactionsComeInTheirOrderAlsoWhereTheirNumbersGrowLonger() {
    UUID first = caseAt(centre);
    UUID second = caseAt(centre);
    settled(2);
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute("update tracking.change set xid = '99' where case_id = ?", first);
              h.execute("update tracking.change set xid = '100' where case_id = ?", second);
            });

    JsonPath page = as(system).get(path("", "1")).then().extract().jsonPath();
    JsonPath next = as(system).get(path(page.getString("next"), "1")).then().extract().jsonPath();

    assertEquals(List.of(first.toString()), page.getList("items.caseId"));
    assertEquals(List.of(second.toString()), next.getList("items.caseId"));
  }

  @Test
  void aChangeOfATransactionHeldOpenIsNotSkipped() {
    UUID early = caseAt(centre);
    String cursor = settled(1).getString("next");
    Set<String> seen = new LinkedHashSet<>();
    try (Handle held = HersysDatabase.owner().open()) {
      held.begin();
      held.execute("select tracking.announce(?)", early);
      UUID later = settledElsewhere();

      JsonPath meanwhile = changes(cursor);
      seen.addAll(meanwhile.getList("items.caseId"));
      assertFalse(seen.contains(later.toString()), "it must wait for the transaction before it");
      held.commit();

      String next = meanwhile.getString("next");
      waitUntil(() -> changes(next).getList("items").size() == 2);
      seen.addAll(changes(next).getList("items.caseId"));
      assertEquals(Set.of(early.toString(), later.toString()), seen);
    }
  }

  @Test
  void theIdsReturnedAreRecorded() {
    UUID id = caseAt(centre);
    settled(1);

    assertTrue(logged(system, "case-change.list", "ALLOWED", id) > 0);
  }

  @Test
  void cursorsOfOthersAndEditedOnesAreRefused() {
    String cursor = changes("").getString("next");
    Login other = staffOf(Directory.healthCentre());

    as(other).get(path(cursor)).then().statusCode(400);
    as(system).get(path(cursor + "A")).then().statusCode(400);
    as(system)
        .get(path("bm90IGEgY3Vyc29yIG9mIG91cnM"))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("CURSOR_INVALID"));
    as(system).get(path("", "501")).then().statusCode(422);
    as(system).get(path("", "abc")).then().statusCode(422);
  }

  @Test
  void afterARestoreTheReaderStartsAgain() {
    String cursor = changes("").getString("next");
    UUID generation = generation();
    try {
      generation(UUID.randomUUID());

      as(system)
          .get(path(cursor))
          .then()
          .statusCode(410)
          .body("errors[0].code", equalTo("CURSOR_GENERATION_OVER"));
      as(system).get(path("")).then().statusCode(200);
    } finally {
      generation(generation);
    }
  }

  /** A case that was opened and committed, whatever the feed may show yet. */
  private UUID settledElsewhere() {
    UUID id = UUID.randomUUID();
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "insert into tracking.change (organisation_id, case_id, kind) values (?, ?, 'UPSERT')",
                    centre,
                    id));
    return id;
  }

  private JsonPath settled(int cases) {
    waitUntil(() -> changes("").getList("items").size() == cases);
    return changes("");
  }

  private JsonPath changes(String cursor) {
    return as(system).get(path(cursor)).then().statusCode(200).extract().jsonPath();
  }

  private static String path(String cursor) {
    return path(cursor, "100");
  }

  private static String path(String cursor, String limit) {
    String address = "/api/v1/cases/changes?limit=" + limit;
    return cursor.isEmpty() ? address : address + "&cursor=" + cursor;
  }

  private static UUID generation() {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select("select generation from tracking.feed_generation")
                    .mapTo(UUID.class)
                    .one());
  }

  private static void generation(UUID generation) {
    HersysDatabase.owner()
        .useHandle(
            h -> h.execute("update tracking.feed_generation set generation = ?", generation));
  }
}
