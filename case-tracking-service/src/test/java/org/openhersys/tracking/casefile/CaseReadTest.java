package org.openhersys.tracking.casefile;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.caseOf;
import static org.openhersys.tracking.CaseTracking.logged;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.statusSet;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.Submission;

@QuarkusTest
class CaseReadTest {
  private final UUID centre = Directory.healthCentre();
  private final Login staff = staffOf(centre);

  @Test
  void aCaseComesWithItsNotificationAsItWasWritten() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);

    as(staff)
        .get("/api/v1/cases/" + id)
        .then()
        .statusCode(200)
        .header("Content-Language", "ja")
        .body("id", equalTo(id.toString()))
        .body("notifications", hasSize(1))
        .body("notifications[0].id", equalTo(submission.notificationId().toString()))
        .body("notifications[0].sender.id", equalTo(submission.institution().toString()))
        .body("notifications[0].document.patient.name", equalTo("架空 太郎"))
        .body("notifications[0].submittedOn[0].date", equalTo("2026-11-23"))
        .body("notifications[0].findings[0].message", equalTo("検査結果が未入力です"))
        .body("handovers", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"𠮷田 髙﨑", "葛\uDB40\uDD00城 \uFA45", "か゛ か\u3099 が", "ｶﾞｸｳ ﾀﾛｰ", "e\u0301 \u212B"})
  void aNameIsTheSameCharactersInTheCase(String name) {
    Submission submission = Submission.to(centre);
    HersysDatabase.owner().useTransaction(h -> submission.revise(h, 2, name, null));

    UUID id = caseOf(submission);

    as(staff)
        .get("/api/v1/cases/" + id)
        .then()
        .body("patient.name", equalTo(name))
        .body("notifications[0].document.patient.name", equalTo(name));
    as(staff).get("/api/v1/cases").then().body("items[0].patient.name", equalTo(name));
  }

  @Test
  void theResponsibleCentreSeesWhatTheReceivingOneHasConfirmed() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);
    Login responsible = staffOf(Directory.healthCentre());
    accepted(requested(id, staff, responsible.organisation()), responsible);
    as(responsible)
        .get("/api/v1/cases/" + id)
        .then()
        .body("notifications[0].confirmation.state", equalTo("TO_BE_CONFIRMED"))
        .body("notifications[0].confirmation.confirmedRevision", nullValue())
        .body("notifications[0].confirmation.confirmedAt", nullValue());

    HersysDatabase.owner().useTransaction(h -> submission.confirm(h, 1));

    as(responsible)
        .get("/api/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("notifications[0].confirmation.state", equalTo("CONFIRMED"))
        .body("notifications[0].confirmation.confirmedRevision", equalTo(1))
        .body("notifications[0].confirmation.confirmedAt", notNullValue());
  }

  @Test
  void aWarningThatWasSetAsideIsShownWithWhoJudgedIt() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);
    as(staff)
        .get("/api/v1/cases/" + id)
        .then()
        .body("notifications[0].findings[0].setAside", nullValue());

    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into notification.finding_set_aside
                      (notification_id, revision, pointer, code, reason, set_aside_at, organisation_id, principal_id)
                    values (?, 1, '/tests/0/result', 'RESULT_PENDING', '架空の理由', now(), ?, ?)
                    """,
                    submission.notificationId(),
                    centre,
                    staff.principal()));

    as(staff)
        .get("/api/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("notifications[0].findings[0].code", equalTo("RESULT_PENDING"))
        .body("notifications[0].findings[0].setAside.reason", equalTo("架空の理由"))
        .body("notifications[0].findings[0].setAside.revision", equalTo(1))
        .body("notifications[0].findings[0].setAside.organisation.id", equalTo(centre.toString()))
        .body("notifications[0].findings[0].setAside.by.id", equalTo(staff.principal().toString()));
  }

  @Test
  void findingsComeInTheLanguageAsked() {
    UUID id = caseAt(centre);

    as(staff)
        .header("Accept-Language", "en")
        .get("/api/v1/cases/" + id)
        .then()
        .header("Content-Language", "en")
        .body("notifications[0].findings[0].message", equalTo("The result is pending"));
  }

  @Test
  void theTagChangesWithTheCase() {
    UUID id = caseAt(centre);
    String before = tag(id);
    assertEquals(before, tag(id));

    statusSet(id, staff, "HOSPITALISED");
    String afterStatus = tag(id);
    requested(id, staff, Directory.healthCentre());

    assertNotEquals(before, afterStatus);
    assertNotEquals(afterStatus, tag(id));
  }

  @Test
  void whoHasTheCaseInHandIsTold304AndTheLookIsRecorded() {
    UUID id = caseAt(centre);
    String tag = tag(id);

    Response unchanged = as(staff).header("If-None-Match", tag).get("/api/v1/cases/" + id);

    unchanged.then().statusCode(304).body(emptyString()).header("ETag", equalTo(tag));
    assertEquals(2, logged(staff, "case.read", "ALLOWED", id));
  }

  @Test
  void whatIsNotInTheCasesVersionChangesTheTagToo() {
    UUID id = caseAt(centre);
    String tag = tag(id);
    String english =
        as(staff).header("Accept-Language", "en").get("/api/v1/cases/" + id).header("ETag");

    requested(id, staff, Directory.healthCentre());

    assertNotEquals(tag, english);
    as(staff)
        .header("If-None-Match", tag)
        .get("/api/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("handovers", hasSize(1));
  }

  @Test
  void aTagDoesNotTellWhetherACaseIsThere() {
    UUID foreign = caseAt(Directory.healthCentre());

    as(staff).header("If-None-Match", "*").get("/api/v1/cases/" + foreign).then().statusCode(404);

    assertEquals(1, logged(staff, "case.read", "DENIED", foreign));
  }

  @Test
  void itsHandoversStandInIt() {
    UUID id = caseAt(centre);
    UUID handover = requested(id, staff, Directory.healthCentre());

    as(staff)
        .get("/api/v1/cases/" + id)
        .then()
        .body("handovers[0].id", equalTo(handover.toString()))
        .body("handovers[0].state", equalTo("REQUESTED"));
  }

  @Test
  void readingIsRecordedWithTheCaseAndItsNotifications() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);

    as(staff).get("/api/v1/cases/" + id).then().statusCode(200);

    assertEquals(1, logged(staff, "case.read", "ALLOWED", id, submission.notificationId()));
  }

  @Test
  void somebodyElsesCaseIsAsUnknownAsNoneAndTheAttemptIsRecorded() {
    UUID foreign = caseAt(Directory.healthCentre());
    UUID none = UUID.randomUUID();

    Response ofForeign = as(staff).get("/api/v1/cases/" + foreign);
    Response ofNone = as(staff).get("/api/v1/cases/" + none);
    Response ofNoId = as(staff).get("/api/v1/cases/no-id");

    assertEquals(404, ofForeign.statusCode());
    assertEquals(withoutTrace(ofNone), withoutTrace(ofForeign));
    assertEquals(withoutTrace(ofNoId), withoutTrace(ofForeign));
    assertEquals(1, logged(staff, "case.read", "DENIED", foreign));
    assertEquals(1, logged(staff, "case.read", "DENIED", none));
  }

  @Test
  void anOperatorOfASharedAccountIsRecorded() {
    Login shared =
        Directory.person(centre, org.openhersys.api.caller.Role.HEALTH_CENTRE_STAFF, "見本 操作者");
    UUID id = caseAt(centre);

    as(shared).get("/api/v1/cases/" + id).then().statusCode(200);

    assertEquals(1, logged(shared, "case.read", "ALLOWED", id));
  }

  private static String withoutTrace(Response response) {
    return response.asString().replaceAll("\"traceId\":\"[0-9a-f]*\"", "");
  }

  private String tag(UUID id) {
    return as(staff).get("/api/v1/cases/" + id).header("ETag");
  }
}
