package org.openhersys.tracking.testlist;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseOf;
import static org.openhersys.tracking.CaseTracking.logged;
import static org.openhersys.tracking.CaseTracking.staffOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.Submission;

@QuarkusTest
class TestListTest {
  private static final String PENDING =
      "[{\"method\": \"ANTIGEN_QUALITATIVE\", \"samplingDate\": \"2026-11-21\"}]";
  private static final String KNOWN =
      "[{\"method\": \"ANTIGEN_QUALITATIVE\", \"samplingDate\": \"2026-11-21\", \"result\": \"NEGATIVE\"},"
          + " {\"method\": \"NUCLEIC_ACID_AMPLIFICATION\", \"result\": \"POSITIVE\"}]";

  private final UUID centre = Directory.healthCentre();
  private final Login staff = staffOf(centre);
  private final Submission submission = Submission.to(centre);
  private final UUID caseId = caseOf(submission);

  @Test
  void theListIsThatOfTheNotificationWithThePlaceToCorrectItIn() {
    written(2, PENDING);
    written(3, KNOWN);

    tests(staff)
        .then()
        .statusCode(200)
        .body("items.test.result", contains("NEGATIVE", "POSITIVE"))
        .body("items.pointer", contains("/tests/0", "/tests/1"))
        .body("items[0].notificationTag", equalTo("\"" + submission.notificationId() + "-3\""))
        .body("items[0].notificationId", equalTo(submission.notificationId().toString()));
  }

  @Test
  void whatALaterNotificationRepeatsIsListedOnceAndTheRestIsHistory() {
    written(2, PENDING);
    written(
        3,
        "[{\"method\": \"ANTIGEN_QUALITATIVE\", \"samplingDate\": \"2026-11-21\"},"
            + " {\"method\": \"ANTIGEN_QUALITATIVE\", \"samplingDate\": \"2026-11-19\", \"result\": \"NEGATIVE\"}]");
    Submission later = HersysDatabase.owner().inTransaction(submission::succeeded);
    written(later, 1, KNOWN);

    tests(staff)
        .then()
        .statusCode(200)
        .body("items.pointer", contains("/tests/1", "/tests/0", "/tests/1"))
        .body("items.test.result", contains("NEGATIVE", "NEGATIVE", "POSITIVE"))
        .body("items.standing", contains("SUPERSEDED", "CURRENT", "CURRENT"))
        .body("items[0].notificationTag", nullValue())
        .body("items[1].notificationTag", equalTo("\"" + later.notificationId() + "-1\""))
        .body("items[1].notificationId", equalTo(later.notificationId().toString()));
  }

  @Test
  void theHistorySaysWhoLeftWhichTestsAndPassesOverOtherChanges() {
    written(2, PENDING);
    written(3, PENDING);
    written(4, KNOWN);

    tests(staff)
        .then()
        .body("history.revision", contains(4, 2))
        .body("history[0].tests.size()", equalTo(2))
        .body("history[1].tests.size()", equalTo(1))
        .body("history[0].organisation.id", equalTo(submission.institution().toString()))
        .body("history[0].recordedBy.operator", equalTo("見本 看護師"));
  }

  @Test
  void aCaseWithoutTestsHasAnEmptyList() {
    tests(staff).then().statusCode(200).body("items", empty()).body("history", empty());
  }

  @Test
  void everyLookIsRecorded() {
    written(2, KNOWN);

    tests(staff).then().statusCode(200);

    assertEquals(
        1, logged(staff, "case-test.list", "ALLOWED", caseId, submission.notificationId()));
  }

  @Test
  void aStrangerIsToldNothing() {
    tests(staffOf(Directory.healthCentre())).then().statusCode(404);
  }

  private Response tests(Login caller) {
    return as(caller).get("/api/v1/cases/" + caseId + "/tests");
  }

  private void written(int revision, String tests) {
    written(submission, revision, tests);
  }

  private static void written(Submission which, int revision, String tests) {
    HersysDatabase.owner()
        .useTransaction(
            h -> {
              which.revise(h, revision, "架空 太郎", null);
              h.execute(
                  "update notification.revision set document = document || jsonb_build_object('tests', ?::jsonb)"
                      + " where notification_id = ? and revision = ?",
                  tests,
                  which.notificationId(),
                  revision);
            });
  }
}
