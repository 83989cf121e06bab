package org.openhersys.tracking.custody;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseOf;
import static org.openhersys.tracking.CaseTracking.logged;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.timeOver;
import static org.openhersys.tracking.Handing.REASON;
import static org.openhersys.tracking.Handing.assigned;
import static org.openhersys.tracking.Handing.governmentAbove;
import static org.openhersys.tracking.Handing.reminded;
import static org.openhersys.tracking.Handing.right;
import static org.openhersys.tracking.Handing.shared;
import static org.openhersys.tracking.Handing.turned;
import static org.openhersys.tracking.Handing.unshared;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.Submission;

/** 担当・関係の履歴: who was responsible or had which right, by whose act and why. */
@QuarkusTest
class CustodyHistoryTest {
  private final Login receiving = staffOf(Directory.healthCentre());
  private final Login second =
      Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_MANAGER, "見本 操作者");
  private final Login third = staffOf(Directory.healthCentre());
  private final Submission submission = Submission.to(receiving.organisation());

  @Test
  void itBeginsWithTheNotification() {
    UUID id = caseOf(submission);

    history(receiving, id)
        .body("items.act", equalTo(List.of("OPENED", "OPENED")))
        .body("items.ground", equalTo(List.of("RESPONSIBLE", "RECEIVING")))
        .body("items.right", equalTo(List.of("WRITE", "READ")))
        .body("items[0].organisation.id", equalTo(receiving.organisation().toString()))
        .body("items[0].byOrganisation.id", equalTo(submission.institution().toString()))
        .body("items[0].recordedBy.operator", equalTo("見本 看護師"))
        .body("items[0].endedAt", nullValue());
    assertEquals(1, logged(receiving, "case-custody.read", "ALLOWED", id));
  }

  @Test
  void aHandoverEndsOneResponsibilityAndBeginsAnother() {
    UUID id = caseOf(submission);
    UUID handover = requested(id, receiving, second.organisation());
    accepted(handover, second);
    UUID next = requested(id, second, third.organisation());
    accepted(next, third);
    turned(third, next, "return", REASON).statusCode(200);

    List<Map<String, Object>> items = items(receiving, id);

    assertEquals(
        List.of(
            "RETURNED FORMER READ",
            "RETURNED RESPONSIBLE WRITE",
            "RETURNED RESPONSIBLE null",
            "HANDED_OVER FORMER READ",
            "HANDED_OVER RESPONSIBLE WRITE",
            "HANDED_OVER RESPONSIBLE null",
            "HANDED_OVER RESPONSIBLE WRITE",
            "HANDED_OVER RESPONSIBLE null",
            "OPENED RESPONSIBLE WRITE",
            "OPENED RECEIVING READ"),
        items.stream()
            .map(i -> i.get("act") + " " + i.get("ground") + " " + i.get("right"))
            .toList());
    history(receiving, id)
        .body("items[1].organisation.id", equalTo(second.organisation().toString()))
        .body("items[1].byOrganisation.id", equalTo(third.organisation().toString()))
        .body("items[1].reason", equalTo("見本の理由（架空）"))
        .body("items[1].handoverId", equalTo(next.toString()))
        .body("items[6].organisation.id", equalTo(second.organisation().toString()))
        .body("items[6].recordedBy.operator", equalTo("見本 操作者"))
        .body("items[6].reason", equalTo("住所地のため（架空）"))
        .body("items[6].handoverId", equalTo(handover.toString()))
        .body("items[6].endedAt", notNullValue())
        .body("items[8].endedAt", notNullValue())
        .body("items[9].endedAt", nullValue())
        .body("items[0].until", notNullValue());
  }

  @Test
  void sharingIsSetChangedRemovedAndEndedByTime() {
    UUID id = caseOf(submission);
    shared(receiving, id, second.organisation(), right("READ")).statusCode(200);
    shared(receiving, id, second.organisation(), right("WRITE")).statusCode(200);
    unshared(receiving, id, second.organisation()).statusCode(200);
    shared(receiving, id, second.organisation(), right("READ", "2999-12-31")).statusCode(200);
    timeOver(id, second.organisation());
    HersysDatabase.as("hersys_tracking_worker")
        .useTransaction(
            h -> h.select("select tracking.announce_departures(500)").mapTo(Integer.class).one());

    assertEquals(
        List.of("RIGHT_ENDED", "RELATED_SET", "RELATED_REMOVED", "RELATED_CHANGED", "RELATED_SET"),
        items(receiving, id).subList(0, 5).stream().map(i -> i.get("act")).toList());
    history(receiving, id)
        .body("items[0]", not(hasKey("byOrganisation")))
        .body("items[0]", not(hasKey("recordedBy")))
        .body("items[0]", not(hasKey("right")))
        .body("items[1].until", equalTo("2999-12-31T15:00:00Z"))
        .body("items[1].byOrganisation.id", equalTo(receiving.organisation().toString()));
  }

  @Test
  void anAssignmentIsTheLocalGovernmentsAct() {
    UUID id = caseOf(submission);
    Login government = governmentAbove(receiving.organisation(), third.organisation());
    UUID handover = reminded(requested(id, receiving, second.organisation()));
    assigned(government, handover, third.organisation()).statusCode(200);

    history(third, id)
        .body("items[0].act", equalTo("ASSIGNED"))
        .body("items[0].organisation.id", equalTo(third.organisation().toString()))
        .body("items[0].byOrganisation.id", equalTo(government.organisation().toString()))
        .body("items[0].reason", equalTo("管轄のため（架空）"));
  }

  @Test
  void whoDoesNotSeeTheCaseDoesNotSeeItsHistory() {
    UUID id = caseOf(submission);
    requested(id, receiving, second.organisation());

    as(second).get("/api/v1/cases/" + id + "/custody").then().statusCode(404);
    as(third).get("/api/v1/cases/" + id + "/custody").then().statusCode(404);

    assertEquals(1, logged(third, "case-custody.read", "DENIED", id));
  }

  private static ValidatableResponse history(Login login, UUID id) {
    return as(login).get("/api/v1/cases/" + id + "/custody").then().statusCode(200);
  }

  private static List<Map<String, Object>> items(Login login, UUID id) {
    return history(login, id).extract().jsonPath().getList("items");
  }
}
