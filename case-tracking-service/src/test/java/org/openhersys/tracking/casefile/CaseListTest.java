package org.openhersys.tracking.casefile;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.logged;
import static org.openhersys.tracking.CaseTracking.staffOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;

@QuarkusTest
class CaseListTest {
  private final UUID centre = Directory.healthCentre();
  private final Login staff = staffOf(centre);

  @Test
  void newestFirstUnlessTold() {
    List<String> oldestFirst = casesOf(3);

    List<String> newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    assertEquals(newestFirst, list("").getList("items.id"));
    assertEquals(newestFirst, list("?sort=newest").getList("items.id"));
    assertEquals(oldestFirst, list("?sort=oldest").getList("items.id"));
  }

  @Test
  void anItemShowsWhatTheCentreMayDo() {
    caseAt(centre);

    as(staff)
        .get("/api/v1/cases")
        .then()
        .statusCode(200)
        .body("items[0].right", equalTo("WRITE"))
        .body("items[0].rightUntil", nullValue())
        .body("items[0].patient.name", equalTo("架空 太郎"))
        .body("items[0].currentStatus", equalTo("ADMISSION_BEING_ARRANGED"))
        .body("items[0].receivingHealthCentre.id", equalTo(centre.toString()))
        .body("items[0].version", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "oldest"})
  void pagesAreCompleteAndWithoutDoublesWhileCasesAreAdded(String sort) {
    List<String> before = casesOf(5);
    List<String> seen = new ArrayList<>();

    String next = null;
    do {
      JsonPath page = list("?limit=2&sort=" + sort + (next == null ? "" : "&cursor=" + next));
      seen.addAll(page.getList("items.id"));
      next = page.getString("next");
      if (seen.size() <= 4) {
        caseAt(centre);
      }
    } while (next != null);

    assertEquals(seen.size(), new HashSet<>(seen).size());
    assertTrue(seen.containsAll(before));
  }

  @Test
  void theLastPageHasNoNext() {
    casesOf(2);

    as(staff)
        .get("/api/v1/cases?limit=2")
        .then()
        .body("items", hasSize(2))
        .body("next", nullValue())
        .header("Link", nullValue());
  }

  @Test
  void theLinkIsTheNextRequest() {
    List<String> cases = casesOf(2);

    String link =
        as(staff)
            .get("/api/v1/cases?limit=1&sort=oldest")
            .then()
            .header("Link", containsString("rel=\"next\""))
            .extract()
            .header("Link");
    String address = link.substring(link.indexOf('<') + 1, link.indexOf('>'));

    assertEquals(
        cases.subList(1, 2),
        as(staff).urlEncodingEnabled(false).get(address).jsonPath().getList("items.id"));
  }

  @Test
  void anotherCentresCasesAreNotInIt() {
    caseAt(Directory.healthCentre());

    as(staff).get("/api/v1/cases").then().statusCode(200).body("items", hasSize(0));
  }

  @Test
  void theCentresOwnSystemReadsIt() {
    caseAt(centre);

    as(Directory.machine(centre, Scopes.CASE_READ))
        .get("/api/v1/cases")
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
  }

  @Test
  void aPageIsOneRowOfTheAccessLogWithTheIdsItReturned() {
    List<String> cases = casesOf(2);

    list("");

    assertEquals(
        1,
        logged(
            staff,
            "case.list",
            "ALLOWED",
            cases.stream().map(UUID::fromString).toArray(UUID[]::new)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "501", "-1", "abc", "1.5", "99999999999"})
  void aLimitOutOfBoundsIsRefused(String limit) {
    as(staff)
        .get("/api/v1/cases?limit=" + limit)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("LIMIT_OUT_OF_BOUNDS"));
  }

  @Test
  void anUnknownOrderIsRefused() {
    as(staff)
        .get("/api/v1/cases?sort=sideways")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("SORT_UNKNOWN"));
  }

  @Test
  void anEditedCursorIsRefused() {
    casesOf(2);
    String cursor = list("?limit=1").getString("next");
    String edited = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);

    assertCursorRefused(staff, "?limit=1&cursor=" + edited);
    assertCursorRefused(staff, "?limit=1&cursor=" + cursor.substring(0, 10));
    assertCursorRefused(staff, "?limit=1&cursor=%00%F0%9F%98%80");
  }

  @Test
  void aCursorOfAnotherCentreOrderOrListIsRefused() {
    casesOf(2);
    String cursor = list("?limit=1").getString("next");
    String ofTheFeed = as(staff).get("/api/v1/cases/changes").jsonPath().getString("next");

    assertCursorRefused(staffOf(Directory.healthCentre()), "?limit=1&cursor=" + cursor);
    assertCursorRefused(staff, "?limit=1&sort=oldest&cursor=" + cursor);
    assertCursorRefused(staff, "?limit=1&cursor=" + ofTheFeed);
  }

  @Test
  void aColleagueMayReadOnWithTheCursor() {
    casesOf(2);
    String cursor = list("?limit=1").getString("next");

    as(staffOf(centre)).get("/api/v1/cases?cursor=" + cursor).then().statusCode(200);
  }

  @Test
  void problemsAreJapaneseUnlessEnglishIsAsked() {
    as(staff)
        .get("/api/v1/cases?sort=sideways")
        .then()
        .header("Content-Language", "ja")
        .body("errors[0].message", equalTo("sortはnewestまたはoldestです"));
    as(staff)
        .header("Accept-Language", "en-GB,en;q=0.8")
        .get("/api/v1/cases?sort=sideways")
        .then()
        .header("Content-Language", "en")
        .body("errors[0].message", equalTo("sort is newest or oldest"));
  }

  private void assertCursorRefused(Login login, String query) {
    as(login)
        .urlEncodingEnabled(false)
        .get("/api/v1/cases" + query)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("CURSOR_INVALID"));
  }

  private List<String> casesOf(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(caseAt(centre).toString());
    }
    return ids;
  }

  private JsonPath list(String query) {
    return as(staff).get("/api/v1/cases" + query).then().statusCode(200).extract().jsonPath();
  }
}
