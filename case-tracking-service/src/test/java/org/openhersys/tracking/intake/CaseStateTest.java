package org.openhersys.tracking.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseOf;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.Submission;

/** Whether a case counts follows from the current notification of its course ([S3], [S7]). */
@QuarkusTest
class CaseStateTest {
  private static final String NAME = "架空 太郎";

  private final UUID centre = Directory.healthCentre();
  private final Login staff = staffOf(centre);

  @ParameterizedTest
  @CsvSource({
    "SUSPECTED, NEGATIVE, RULED_OUT",
    "SUSPECTED, NEGATIVE NEGATIVE, RULED_OUT",
    "SUSPECTED, NEGATIVE UNKNOWN, RULED_OUT",
    "SUSPECTED, NEGATIVE 0, RULED_OUT",
    "SUSPECTED, UNKNOWN, OPEN",
    "SUSPECTED, -, OPEN",
    "SUSPECTED, NEGATIVE -, OPEN",
    "SUSPECTED, NEGATIVE POSITIVE, OPEN",
    "SUSPECTED, POSITIVE, OPEN",
    "CONFIRMED, NEGATIVE, OPEN",
    "BODY_SUSPECTED, NEGATIVE, OPEN"
  })
  void aSuspectedPatientIsRuledOutWhenAllKnownResultsAreNegativeAndNoneIsPending(
      String category, String results, String state) {
    Submission submission = suspected();
    UUID id = caseOf(submission);

    change(id, h -> submission.revise(h, 2, NAME, null, category, results.split(" ")));

    assertEquals(state, read(id).getString("caseState"));
  }

  @Test
  void bothWaysOfAPositiveResultEndInTheSameState() {
    Submission inPlace = suspected();
    Submission withAnother = suspected();
    UUID one = caseOf(inPlace);
    UUID other = caseOf(withAnother);

    change(one, h -> inPlace.revise(h, 2, NAME, null, "CONFIRMED", "POSITIVE"));
    change(other, h -> withAnother.succeeded(h).revise(h, 1, NAME, null, "CONFIRMED", "POSITIVE"));

    assertEquals(said(one), said(other));
    assertEquals("OPEN", said(one).get("case_state"));
    assertEquals("CONFIRMED", said(one).get("diagnosis_category"));
  }

  @Test
  void aPositiveResultAfterANegativeOneOpensTheCaseAgainEitherWay() {
    Submission inPlace = suspected();
    Submission withAnother = suspected();
    UUID one = caseOf(inPlace);
    UUID other = caseOf(withAnother);
    change(one, h -> inPlace.revise(h, 2, NAME, null, "SUSPECTED", "NEGATIVE"));
    change(other, h -> withAnother.revise(h, 2, NAME, null, "SUSPECTED", "NEGATIVE"));
    assertEquals("RULED_OUT", said(one).get("case_state"));
    assertEquals(said(one), said(other));

    change(one, h -> inPlace.revise(h, 3, NAME, null, "CONFIRMED", "NEGATIVE", "POSITIVE"));
    change(
        other,
        h ->
            withAnother.succeeded(h).revise(h, 1, NAME, null, "CONFIRMED", "NEGATIVE", "POSITIVE"));

    assertEquals("OPEN", said(one).get("case_state"));
    assertEquals(said(one), said(other));
  }

  @Test
  void withdrawingAMistakenOneShowsTheOneBeforeAgain() {
    Submission first = suspected();
    UUID id = caseOf(first);
    change(id, h -> first.revise(h, 2, NAME, null, "SUSPECTED", "NEGATIVE"));
    Map<String, Object> before = said(id);
    Submission[] later = new Submission[1];
    change(
        id,
        h -> {
          later[0] = first.succeeded(h);
          later[0].revise(h, 1, "架空 花子", null, "CONFIRMED", "POSITIVE");
        });
    assertEquals("架空 花子", said(id).get("patient_name"));

    change(id, h -> later[0].withdraw(h));

    assertEquals(before, said(id));
    JsonPath read = read(id);
    assertEquals(List.of("CURRENT", "WITHDRAWN"), read.getList("notifications.standing"));
    assertEquals("RULED_OUT", read.getString("caseState"));
    as(staff)
        .get("/api/v1/cases/" + id + "/tests")
        .then()
        .statusCode(200)
        .body("items.notificationId", contains(first.notificationId().toString()))
        .body("history", hasSize(3));
  }

  @Test
  void whatIsWrittenInASupersededOneDoesNotShow() {
    Submission first = suspected();
    UUID id = caseOf(first);
    change(id, h -> first.succeeded(h).revise(h, 1, "架空 花子", null, "CONFIRMED", "POSITIVE"));

    change(id, h -> first.confirm(h, 1));

    assertEquals("架空 花子", said(id).get("patient_name"));
    assertEquals(List.of("SUPERSEDED", "CURRENT"), read(id).getList("notifications.standing"));
  }

  @Test
  void aCaseWhoseNotificationsAreAllWithdrawnIsClosedAndKept() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);

    change(id, submission::withdraw);

    assertEquals("WITHDRAWN", read(id).getString("caseState"));
    assertEquals(NAME, read(id).getString("patient.name"));
    JsonPath feed = as(staff).get("/api/v1/cases/changes").jsonPath();
    assertEquals("WITHDRAWN", feed.getString("items[-1].case.caseState"));
  }

  @Test
  void theSameEventAgainChangesNothing() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);
    change(id, submission::withdraw);
    int version = read(id).getInt("version");

    submission.eventAgain(1);
    caseOf(Submission.to(centre));

    assertEquals(version, read(id).getInt("version"));
  }

  @Test
  void aListShowsOnlyTheStateThatIsAskedFor() {
    UUID open = caseOf(Submission.to(centre));
    Submission withdrawn = Submission.to(centre);
    UUID closed = caseOf(withdrawn);
    change(closed, withdrawn::withdraw);

    assertListed("", closed, open);
    assertListed("?caseState=OPEN", open);
    assertListed("?caseState=WITHDRAWN&sort=oldest", closed);
    as(staff).get("/api/v1/cases?caseState=RULED_OUT").then().body("items", empty());
    as(staff)
        .get("/api/v1/cases?caseState=closed")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("CASE_STATE_UNKNOWN"));
    String cursor =
        as(staff).get("/api/v1/cases?limit=1").then().extract().jsonPath().getString("next");
    as(staff)
        .queryParam("cursor", cursor)
        .get("/api/v1/cases?limit=1&caseState=OPEN")
        .then()
        .statusCode(400);
  }

  @Test
  void whoGetsTheCaseLaterSeesItsStateToo() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);
    change(id, submission::withdraw);
    Login taker = staffOf(Directory.healthCentre());

    accepted(requested(id, staff, taker.organisation()), taker);

    as(taker)
        .get("/api/v1/cases?caseState=WITHDRAWN")
        .then()
        .body("items.id", contains(id.toString()));
  }

  private Submission suspected() {
    return HersysDatabase.owner()
        .inTransaction(
            h -> {
              Submission made = Submission.written(h, centre, null);
              h.execute(
                  """
                  update notification.revision
                  set diagnosis_category = 'SUSPECTED', document = document || '{"diagnosisCategory": "SUSPECTED", "tests": [{}]}'
                  where notification_id = ?
                  """,
                  made.notificationId());
              return made;
            });
  }

  /** Writes something, and waits until the case has grown by it. */
  private static void change(UUID caseId, Consumer<Handle> work) {
    int before = version(caseId);
    HersysDatabase.owner().useTransaction(work::accept);
    waitUntil(() -> version(caseId) > before);
  }

  private static int version(UUID caseId) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select("select version from tracking.case_file where id = ?", caseId)
                    .mapTo(Integer.class)
                    .one());
  }

  /** What a case says that does not tell one case, or one way to it, from another. */
  private static Map<String, Object> said(UUID caseId) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select(
                        """
                        select f.case_state, f.diagnosis_category, f.diagnosis_date, f.patient_name, f.sex, f.birth_date, f.municipality_code,
                               f.current_status, array_agg(c.case_state)::text as listed
                        from tracking.case_file f join tracking.custody_entry c on c.case_id = f.id
                        where f.id = ? group by f.id
                        """,
                        caseId)
                    .mapToMap()
                    .one());
  }

  private void assertListed(String query, UUID... cases) {
    assertEquals(
        List.of(cases).stream().map(UUID::toString).toList(),
        as(staff).get("/api/v1/cases" + query).then().extract().jsonPath().getList("items.id"));
  }

  private JsonPath read(UUID caseId) {
    return as(staff).get("/api/v1/cases/" + caseId).then().statusCode(200).extract().jsonPath();
  }
}
