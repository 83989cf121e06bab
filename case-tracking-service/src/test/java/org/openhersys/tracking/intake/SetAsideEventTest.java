package org.openhersys.tracking.intake;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.caseOf;
import static org.openhersys.tracking.CaseTracking.cases;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.Submission;

/** An event that cannot be applied: here of a notification whose status the cases do not know. */
@QuarkusTest
class SetAsideEventTest {
  private final UUID centre = Directory.healthCentre();
  private Submission faulty;

  @BeforeEach
  void aFaultyNotification() {
    faulty =
        HersysDatabase.owner().inTransaction(h -> Submission.written(h, centre, "NO_SUCH_STATUS"));
  }

  @AfterEach
  void repaired() {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update notification.revision set current_status = null where notification_id = ?",
                    faulty.notificationId()));
    waitUntil(() -> setAside().isEmpty());
  }

  @Test
  void itHoldsUpNoOthers() {
    caseOf(Submission.to(centre));

    assertEquals(List.of(), cases(faulty.courseId()));
  }

  @Test
  void itIsKeptWithItsFaultAndTriedAgain() {
    waitUntil(() -> setAside().size() == 1);

    assertEquals(List.of("23514"), setAside());
    waitUntil(() -> attempts() > 1);
    assertEquals(List.of(), cases(faulty.courseId()));
  }

  @Test
  void wellnessSaysSoAndReadinessStays() {
    waitUntil(() -> setAside().size() == 1);

    get("/q/health/well")
        .then()
        .statusCode(503)
        .body("status", equalTo("DOWN"))
        .body("checks[0].data.setAsideEvents", equalTo(1));
    get("/q/health/ready").then().statusCode(200);
    get("/q/health/live").then().statusCode(200);
  }

  @Test
  void onceTheFaultIsGoneItBecomesACaseAndAllIsWell() {
    waitUntil(() -> setAside().size() == 1);

    repaired();

    assertEquals(1, cases(faulty.courseId()).size());
    get("/q/health/well").then().statusCode(200);
  }

  private List<String> setAside() {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select(
                        "select failure from tracking.set_aside_event where notification_id = ?",
                        faulty.notificationId())
                    .mapTo(String.class)
                    .list());
  }

  private int attempts() {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select(
                        "select coalesce(max(attempts), 0) from tracking.set_aside_event where notification_id = ?",
                        faulty.notificationId())
                    .mapTo(Integer.class)
                    .one());
  }
}
