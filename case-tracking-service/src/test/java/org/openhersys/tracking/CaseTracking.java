package org.openhersys.tracking;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Contract;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.TestIssuer;

/**
 * The service as tests use it: over HTTP, every exchange held against the contract, on a real
 * database.
 */
@WithTestResource(
    value = HersysDatabase.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = {
      @ResourceArg(name = "role", value = "hersys_tracking"),
      @ResourceArg(name = "worker", value = "hersys_tracking_worker")
    })
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
public final class CaseTracking {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private CaseTracking() {}

  /** A request of nobody. */
  public static RequestSpecification anonymous() {
    return RestAssured.given().filter(Contract.filter("case-tracking"));
  }

  public static RequestSpecification as(Login login) {
    return anonymous().header("Authorization", login.bearer());
  }

  public static Login staffOf(UUID centre) {
    return Directory.person(centre, Role.HEALTH_CENTRE_STAFF);
  }

  /** A case that the reader opened from a new notification to that centre. */
  public static UUID caseAt(UUID centre) {
    return caseOf(Submission.to(centre));
  }

  /** The case that the reader opened, once it has read every revision there is so far. */
  public static UUID caseOf(Submission submission) {
    waitUntil(() -> !cases(submission.courseId()).isEmpty() && isRead(submission));
    return cases(submission.courseId()).get(0);
  }

  private static boolean isRead(Submission submission) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select a.revision >= n.revision
                        from notification.notification n
                        join tracking.applied_notification a on a.notification_id = n.id
                        where n.id = ?
                        """)
                    .bind(0, submission.notificationId())
                    .mapTo(boolean.class)
                    .one());
  }

  public static List<UUID> cases(UUID course) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery("select id from tracking.case_file where course_id = ?")
                    .bind(0, course)
                    .mapTo(UUID.class)
                    .list());
  }

  /** Asks for a handover; the id of it. */
  public static UUID requested(UUID caseId, Login giver, UUID taker) {
    String location =
        as(giver)
            .contentType("application/json")
            .body(
                """
                {"caseId": "%s", "toOrganisationId": "%s", "reason": "住所地のため（架空）"}
                """
                    .formatted(caseId, taker))
            .post("/api/v1/handovers")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
  }

  public static void accepted(UUID handover, Login taker) {
    String tag = as(taker).get("/api/v1/handovers/" + handover).header("ETag");
    as(taker)
        .header("If-Match", tag)
        .post("/api/v1/handovers/" + handover + "/acceptance")
        .then()
        .statusCode(200);
  }

  /** As time leaves it: whatever lets the centre see the case until some day is over now. */
  public static void timeOver(UUID caseId, UUID centre) {
    HersysDatabase.owner()
        .useTransaction(
            h -> {
              h.execute(
                  """
                  update tracking.custody_ground set until = now() - interval '1 second'
                  where case_id = ? and organisation_id = ? and until is not null
                  """,
                  caseId,
                  centre);
              h.execute(
                  """
                  update tracking.custody_entry
                  set until = case when until is not null then now() - interval '1 second' end,
                      write_until = case when write_until is not null then now() - interval '1 second' end
                  where case_id = ? and organisation_id = ?
                  """,
                  caseId,
                  centre);
            });
  }

  public static void statusSet(UUID caseId, Login login, String status) {
    String tag = as(login).get("/api/v1/cases/" + caseId + "/status").header("ETag");
    as(login)
        .header("If-Match", tag)
        .contentType("application/json")
        .body("{\"status\": \"%s\"}".formatted(status))
        .put("/api/v1/cases/" + caseId + "/status")
        .then()
        .statusCode(200);
  }

  public static void waitUntil(BooleanSupplier condition) {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("waited in vain");
      }
      pause(Duration.ofMillis(30));
    }
  }

  /** Long enough for the reader to have done what it should not do. */
  public static void afterSeveralPolls() {
    pause(Duration.ofMillis(800));
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** How many access-log rows there are. */
  public static int logged(Login login, String operation, String outcome, UUID... subjects) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select count(*) from audit.access_log
                        where principal_id = :principal and session_id = :session and operation = :operation and outcome = :outcome
                          and subjects @> :subjects
                        """)
                    .bind("principal", login.principal())
                    .bind("session", login.session())
                    .bind("operation", operation)
                    .bind("outcome", outcome)
                    .bindArray("subjects", UUID.class, (Object[]) subjects)
                    .mapTo(Integer.class)
                    .one());
  }
}
