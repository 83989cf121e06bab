package org.openhersys.tracking.feed;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.logged;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.statusSet;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

/** If-None-Match: a 304 is cheap, and never a lie. */
@QuarkusTest
class CaseChangesRevalidationTest {
  private static final String PATH = "/api/v1/cases/changes?cursor={cursor}";
  private static final String LINES = "application/x-ndjson";

  private final UUID centre = Directory.healthCentre();
  private final Login system = Directory.machine(centre, Scopes.CASE_READ);
  private final Login staff = staffOf(centre);

  @ParameterizedTest
  @ValueSource(strings = {"application/json", LINES})
  void aReaderThatIsUpToDateIsTold304(String form) {
    UUID id = caseAt(centre);
    String cursor = cursorBehind(id);
    Response upToDate = as(system).accept(form).get(PATH, cursor);

    Response again =
        as(system).accept(form).header("If-None-Match", tag(upToDate)).get(PATH, cursor);

    again.then().statusCode(304).body(emptyString()).header("ETag", equalTo(tag(upToDate)));
    assertEquals(upToDate.header("Vary"), again.header("Vary"));
    assertEquals(upToDate.header("Cache-Control"), again.header("Cache-Control"));
  }

  @Test
  void whatChangedIsToldToTheHolderOfAnOldTag() {
    UUID id = caseAt(centre);
    String cursor = cursorBehind(id);
    String tag = tag(as(system).get(PATH, cursor));

    statusSet(id, staff, "HOSPITALISED");

    waitUntil(() -> as(system).header("If-None-Match", tag).get(PATH, cursor).statusCode() == 200);
    as(system)
        .header("If-None-Match", tag)
        .get(PATH, cursor)
        .then()
        .body("items[0].caseId", equalTo(id.toString()));
  }

  @Test
  void aListOfTagsAWeakOneAndAnyAreUnderstood() {
    String cursor = cursorBehind(caseAt(centre));
    String tag = tag(as(system).get(PATH, cursor));

    assertEquals(304, answerTo("\"old\", " + tag, cursor));
    assertEquals(304, answerTo("W/" + tag, cursor));
    assertEquals(304, answerTo("*", cursor));
    assertEquals(200, answerTo("\"old\"", cursor));
    assertEquals(200, answerTo("nonsense", cursor));
  }

  @Test
  void aPageWhoseCaseTellsSomethingElseHasAnotherTag() {
    UUID id = caseAt(centre);
    cursorBehind(id);
    String first = tag(as(system).get("/api/v1/cases/changes"));

    // Nothing of the feed, and no version: what another service names an organisation.
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update identity.organisation set name = '架空新名保健所' where id = ?", centre));

    as(system)
        .header("If-None-Match", first)
        .get("/api/v1/cases/changes")
        .then()
        .statusCode(200)
        .body("items[0].case.receivingHealthCentre.name", equalTo("架空新名保健所"));
  }

  @Test
  void theFormsAndThePagesHaveTagsOfTheirOwn() {
    UUID id = caseAt(centre);
    String cursor = cursorBehind(id);
    Login other = Directory.machine(Directory.healthCentre(), Scopes.CASE_READ);

    String document = tag(as(system).get("/api/v1/cases/changes"));

    assertNotEquals(document, tag(as(system).accept(LINES).get("/api/v1/cases/changes")));
    assertNotEquals(document, tag(as(system).get(PATH, cursor)));
    assertNotEquals(tag(as(system).get(PATH, cursor)), tag(as(other).get("/api/v1/cases/changes")));
  }

  @Test
  void aTagOpensNothing() {
    String cursor = cursorBehind(caseAt(centre));

    as(staffOf(Directory.healthCentre()))
        .header("If-None-Match", "*")
        .get(PATH, cursor)
        .then()
        .statusCode(400);
  }

  @Test
  void a304IsRecordedLikeTheAnswerThatItConfirms() {
    UUID id = caseAt(centre);
    cursorBehind(id);
    String tag = tag(as(system).get("/api/v1/cases/changes"));
    int before = logged(system, "case-change.list", "ALLOWED", id);

    as(system).header("If-None-Match", tag).get("/api/v1/cases/changes").then().statusCode(304);

    assertEquals(before + 1, logged(system, "case-change.list", "ALLOWED", id));
  }

  @Test
  void anAnswerThatTellsOfNobodyIsNotRecorded() {
    String cursor = cursorBehind(caseAt(centre));
    int before = logged(system, "case-change.list", "ALLOWED");

    String tag = tag(as(system).get(PATH, cursor));
    assertEquals(304, answerTo(tag, cursor));

    assertEquals(before, logged(system, "case-change.list", "ALLOWED"));
  }

  private int answerTo(String ifNoneMatch, String cursor) {
    return as(system).header("If-None-Match", ifNoneMatch).get(PATH, cursor).statusCode();
  }

  /** Once the feed has told of the case, the cursor behind it. */
  private String cursorBehind(UUID id) {
    waitUntil(
        () ->
            as(system)
                .get("/api/v1/cases/changes")
                .jsonPath()
                .getList("items.caseId")
                .contains(id.toString()));
    return as(system).get("/api/v1/cases/changes").jsonPath().getString("next");
  }

  private static String tag(Response answer) {
    return answer.header("ETag");
  }
}
