package org.openhersys.tracking.status;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.caseOf;
import static org.openhersys.tracking.CaseTracking.logged;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.statusSet;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.tracking.Submission;

@QuarkusTest
class CaseStatusTest {
  private final UUID centre = Directory.healthCentre();
  private final Login staff = staffOf(centre);

  @Test
  void theFirstOneIsTheInstitutions() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);

    as(staff)
        .get(path(id))
        .then()
        .statusCode(200)
        .body("status", equalTo("ADMISSION_BEING_ARRANGED"))
        .body("version", equalTo(1))
        .body("history[0].organisation.id", equalTo(submission.institution().toString()))
        .body("history[0].recordedBy.operator", equalTo("見本 看護師"));
  }

  @Test
  void untilItIsKnownItIsLeftOut() {
    UUID id = caseOf(Submission.withoutStatus(centre));

    as(staff)
        .get(path(id))
        .then()
        .body("status", nullValue())
        .body("version", equalTo(0))
        .body("history", empty());
    statusSet(id, staff, "HOME_CARE");
    as(staff).get(path(id)).then().body("version", equalTo(1));
  }

  @Test
  void theResponsibleCentreSetsItAndTheHistoryKeepsWhoWhenAndWhy() {
    UUID id = caseAt(centre);
    Login shared = Directory.person(centre, Role.HEALTH_CENTRE_MANAGER, "見本 操作者");

    put(id, shared, tag(id), "{\"status\": \"HOSPITALISED\", \"reason\": \"本日入院（架空）\"}")
        .statusCode(200)
        .body("status", equalTo("HOSPITALISED"))
        .body("version", equalTo(2))
        .body("history.status", contains("HOSPITALISED", "ADMISSION_BEING_ARRANGED"))
        .body("history[0].reason", equalTo("本日入院（架空）"))
        .body("history[0].recordedBy.id", equalTo(shared.principal().toString()))
        .body("history[0].recordedBy.operator", equalTo("見本 操作者"))
        .body("history[0].organisation.id", equalTo(centre.toString()));

    as(staff)
        .get("/api/v1/cases/" + id)
        .then()
        .body("currentStatus", equalTo("HOSPITALISED"))
        .body("version", equalTo(2));
    assertEquals(1, logged(shared, "case-status.change", "ALLOWED", id));
  }

  @Test
  void withoutATagItIsRefused() {
    UUID id = caseAt(centre);

    put(id, staff, null, "{\"status\": \"HOSPITALISED\"}").statusCode(428);
  }

  @Test
  void aStaleTagIsToldWhatDiffersAndWhoChangedIt() {
    UUID id = caseAt(centre);
    String seen = tag(id);
    statusSet(id, staff, "HOSPITALISED");

    put(id, staff, seen, "{\"status\": \"HOME_CARE\"}")
        .statusCode(412)
        .body("type", equalTo("urn:openhersys:problem:stale"))
        .body("current", equalTo(tag(id)))
        .body("changedBy", startsWith("架空保健所"))
        .body("differences", contains("/status"));
    as(staff).get(path(id)).then().body("status", equalTo("HOSPITALISED"));
  }

  @Test
  void aTagThatNeverWasIsStaleToo() {
    UUID id = caseAt(centre);

    put(id, staff, "\"nonsense\"", "{\"status\": \"HOME_CARE\"}").statusCode(412);
    put(id, staff, "*", "{\"status\": \"HOME_CARE\"}").statusCode(412);
  }

  @Test
  void everythingAboutTheContentIsToldAtOnce() {
    UUID id = caseAt(centre);

    put(
            id,
            staff,
            tag(id),
            "{\"status\": \"GONE_FISHING\", \"reason\": \"" + "長".repeat(1001) + "\"}")
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/status", "/reason"))
        .body("errors.code", containsInAnyOrder("CODE_UNKNOWN", "TEXT_TOO_LONG"));
    put(id, staff, tag(id), "{\"reason\": \" \"}")
        .statusCode(422)
        .body("errors.code", contains("REQUIRED", "REQUIRED"));
  }

  @Test
  void aReasonOfAThousandCharactersBeyondTheBasicPlaneIsAccepted() {
    UUID id = caseAt(centre);

    put(
            id,
            staff,
            tag(id),
            "{\"status\": \"HOME_CARE\", \"reason\": \"" + "𠮷".repeat(1000) + "\"}")
        .statusCode(200);
  }

  @Test
  void whatIsNoSuchRequestAtAllIsMalformed() {
    UUID id = caseAt(centre);

    put(id, staff, tag(id), "{\"status\": \"HOME_CARE\", \"colour\": \"red\"}")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/colour"));
    put(id, staff, tag(id), "{\"status\": 3}").statusCode(400);
    put(id, staff, tag(id), "{").statusCode(400);
    put(id, staff, tag(id), "").statusCode(400);
    as(staff)
        .header("If-Match", tag(id))
        .contentType("text/plain")
        .body("HOME_CARE")
        .put(path(id))
        .then()
        .statusCode(415);
  }

  @Test
  void aCentreThatOnlyReadsIsRefusedAndTheAttemptIsRecorded() {
    Login next = staffOf(Directory.healthCentre());
    UUID id = caseAt(centre);
    accepted(requested(id, staff, next.organisation()), next);

    put(id, staff, tag(id), "{\"status\": \"HOSPITALISED\"}").statusCode(403);

    assertEquals(1, logged(staff, "case-status.change", "DENIED", id));
    as(staff).get(path(id)).then().statusCode(200).body("history", hasSize(1));
  }

  @Test
  void aStrangerDoesNotKnowOfIt() {
    Login stranger = staffOf(Directory.healthCentre());
    UUID id = caseAt(centre);

    as(stranger).get(path(id)).then().statusCode(404);
    put(id, stranger, tag(id), "{\"status\": \"HOSPITALISED\"}").statusCode(404);

    assertEquals(1, logged(stranger, "case-status.read", "DENIED", id));
    assertEquals(1, logged(stranger, "case-status.change", "DENIED", id));
  }

  private ValidatableResponse put(UUID id, Login login, String ifMatch, String body) {
    var request = as(login).contentType("application/json").body(body);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path(id)).then();
  }

  private String tag(UUID id) {
    return as(staff).get(path(id)).header("ETag");
  }

  private static String path(UUID id) {
    return "/api/v1/cases/" + id + "/status";
  }
}
