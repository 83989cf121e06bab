package org.openhersys.tracking.feed;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.logged;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;

/** The feed as one document, and as lines. */
@QuarkusTest
class CaseChangesFormTest {
  private static final String PATH = "/api/v1/cases/changes";
  private static final String LINES = "application/x-ndjson";

  private final UUID centre = Directory.healthCentre();
  private final Login system = Directory.machine(centre, Scopes.CASE_READ);

  @Test
  void theLinesSayWhatTheDocumentSays() {
    settled(caseAt(centre), caseAt(centre));
    Response document = as(system).get(PATH);

    Response lines = as(system).accept(LINES).get(PATH);

    lines.then().statusCode(200).header("Content-Type", startsWith(LINES));
    List<Object> told =
        lines.asString().lines().map(line -> JsonPath.from(line).<Object>get()).toList();
    assertEquals(document.jsonPath().getList("items"), told);
    assertTrue(lines.asString().endsWith("\n"));
  }

  @Test
  void theHeadersCarryTheCursorAndWhetherThereIsMoreInEitherForm() {
    settled(caseAt(centre), caseAt(centre), caseAt(centre));
    JsonPath document = as(system).get(PATH + "?limit=2").jsonPath();

    for (String form : List.of("application/json", LINES)) {
      as(system)
          .accept(form)
          .get(PATH + "?limit=2")
          .then()
          .header("Hersys-Next-Cursor", equalTo(document.getString("next")))
          .header("Hersys-More", equalTo("true"))
          .header(
              "Link",
              equalTo(
                  "<" + PATH + "?limit=2&cursor=" + document.getString("next") + ">; rel=\"next\""))
          .header("Vary", equalTo("Accept"));
    }
  }

  @Test
  void pagesOfLinesAreComplete() {
    List<String> cases = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      cases.add(caseAt(centre).toString());
    }
    settled(cases.stream().map(UUID::fromString).toArray(UUID[]::new));
    List<String> seen = new ArrayList<>();

    String next = PATH + "?limit=2";
    boolean more = true;
    while (more) {
      Response page = as(system).accept(LINES).get(next);
      page.asString().lines().forEach(l -> seen.add(JsonPath.from(l).getString("caseId")));
      more = Boolean.parseBoolean(page.header("Hersys-More"));
      next = page.header("Link").replaceFirst("<(.*)>.*", "$1");
    }

    assertEquals(cases, seen);
  }

  @Test
  void noChangesAreNoLines() {
    as(system)
        .accept(LINES)
        .get(PATH)
        .then()
        .statusCode(200)
        .body(emptyString())
        .header("Hersys-More", equalTo("false"));
  }

  @Test
  void linesAreRecordedToo() {
    UUID id = caseAt(centre);
    settled(id);
    int before = logged(system, "case-change.list", "ALLOWED", id);

    as(system).accept(LINES).get(PATH).then().statusCode(200);

    assertEquals(before + 1, logged(system, "case-change.list", "ALLOWED", id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | application/json",
        "application/* | application/json",
        "application/json | application/json",
        "application/x-ndjson | application/x-ndjson",
        "application/x-ndjson, */*;q=0.1 | application/x-ndjson",
        "application/json;q=0.5, application/x-ndjson;q=0.9 | application/x-ndjson",
        "application/json;q=0.9, application/x-ndjson;q=0.5 | application/json",
        "application/json;q=0, application/x-ndjson | application/x-ndjson",
        "text/html, application/x-ndjson;q=0.2 | application/x-ndjson"
      })
  void theFormIsTheOneThatIsLikedBest(String accept, String form) {
    as(system)
        .header("Accept", accept)
        .get(PATH)
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith(form));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/csv",
        "application/xml, text/*",
        "application/x-ndjson;q=0",
        "application/jsonl",
        "application/json;q=0, application/x-ndjson;q=0.0"
      })
  void aFormThatIsNotThereIsRefused(String accept) {
    as(system)
        .header("Accept", accept)
        .get(PATH)
        .then()
        .statusCode(406)
        .header("Content-Type", startsWith("application/problem+json"))
        .body("type", equalTo("urn:openhersys:problem:not-acceptable"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nonsense",
        "application/x-ndjson;q=high",
        "/",
        "a/b/c",
        "application/json;q=2"
      })
  void anAcceptHeaderThatCannotBeReadIsNoFaultOfOurs(String accept) {
    int status = as(system).header("Accept", accept).get(PATH).statusCode();

    assertTrue(List.of(200, 400, 406).contains(status), "status " + status);
  }

  @Test
  void errorsStayProblems() {
    as(system)
        .accept(LINES)
        .get(PATH + "?cursor=edited")
        .then()
        .statusCode(400)
        .header("Content-Type", startsWith("application/problem+json"));
    as(system)
        .accept(LINES)
        .get(PATH + "?limit=501")
        .then()
        .statusCode(422)
        .header("Content-Type", startsWith("application/problem+json"));
  }

  private void settled(UUID... cases) {
    waitUntil(() -> as(system).get(PATH).jsonPath().getList("items").size() == cases.length);
  }
}
