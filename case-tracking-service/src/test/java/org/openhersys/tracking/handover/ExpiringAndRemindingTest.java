package org.openhersys.tracking.handover;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.statusSet;
import static org.openhersys.tracking.Handing.REASON;
import static org.openhersys.tracking.Handing.mails;
import static org.openhersys.tracking.Handing.tag;
import static org.openhersys.tracking.Handing.turned;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

/** Expiry and reminders of requests that nobody decides. */
@QuarkusTest
class ExpiringAndRemindingTest {
  @Inject ExpiringAndReminding time;

  private final Login giver = staffOf(Directory.healthCentre());
  private final Login taker = staffOf(Directory.healthCentre());
  private UUID caseId;
  private UUID handover;

  @BeforeEach
  void anOpenRequest() {
    caseId = caseAt(giver.organisation());
    handover = requested(caseId, giver, taker.organisation());
  }

  @Test
  void aRequestCanBeDecidedForSevenDays() {
    OffsetDateTime expires =
        OffsetDateTime.parse(
            as(taker).get("/api/v1/handovers/" + handover).jsonPath().getString("expiresAt"));

    Duration open = Duration.between(OffsetDateTime.now(ZoneOffset.UTC), expires);
    assertTrue(
        open.compareTo(Duration.ofDays(7)) <= 0 && open.compareTo(Duration.ofDays(6)) > 0,
        "" + open);
  }

  @Test
  void afterThatItExpiresAndTheGiverStaysResponsibleAndIsTold() {
    over();
    time.look();
    time.look();

    as(giver)
        .get("/api/v1/handovers/" + handover)
        .then()
        .body("state", equalTo("EXPIRED"))
        .body("version", equalTo(2))
        .body("turns[1].state", equalTo("EXPIRED"))
        .body("turns[1].organisation", nullValue());
    statusSet(caseId, giver, "HOSPITALISED");
    assertEquals(1, mails("HANDOVER_EXPIRED", giver.organisation(), handover));
    as(giver).get("/api/v1/cases/" + caseId).then().body("handovers[0].state", equalTo("EXPIRED"));
  }

  @Test
  void theClockJudgesAlsoBeforeTheWorkerComes() {
    String tag = tag(taker, handover);
    over();

    turned(taker, handover, "acceptance", null, tag).statusCode(409);
    turned(taker, handover, "declination", REASON, tag).statusCode(409);
    turned(giver, handover, "cancellation", "{}", tag).statusCode(409);
    UUID next = requested(caseId, giver, taker.organisation());

    as(taker).get("/api/v1/handovers/" + next).then().body("state", equalTo("REQUESTED"));
    as(taker).get("/api/v1/handovers/" + handover).then().body("state", equalTo("EXPIRED"));
    assertEquals(1, mails("HANDOVER_EXPIRED", giver.organisation(), handover));
  }

  @Test
  void severalInstancesExpireARequestOnceAndLeaveACaseThatIsWorkedOnForLater() {
    over();
    try (Handle held = HersysDatabase.owner().open()) {
      held.begin();
      held.select("select 1 from tracking.case_file where id = ? for update", caseId)
          .mapTo(Integer.class)
          .one();
      time.look();
      as(giver).get("/api/v1/handovers/" + handover).then().body("state", equalTo("REQUESTED"));
      held.rollback();
    }
    CompletableFuture.allOf(
            CompletableFuture.runAsync(time::look),
            CompletableFuture.runAsync(time::look),
            CompletableFuture.runAsync(time::look))
        .join();

    as(giver)
        .get("/api/v1/handovers/" + handover)
        .then()
        .body("state", equalTo("EXPIRED"))
        .body("version", equalTo(2));
  }

  @Test
  void theRequestedCentreIsRemindedOnceInEachPeriod() {
    time.look();
    as(taker).get("/api/v1/handovers/" + handover).then().body("remindedAt", nullValue());
    assertEquals(0, mails("HANDOVER_REMINDER", taker.organisation(), handover));

    requestedAgo("25 hours");
    time.look();
    time.look();
    assertEquals(1, mails("HANDOVER_REMINDER", taker.organisation(), handover));
    requestedAgo("24 hours");
    time.look();

    assertEquals(2, mails("HANDOVER_REMINDER", taker.organisation(), handover));
    as(taker)
        .get("/api/v1/handovers/" + handover)
        .then()
        .body("remindedAt", notNullValue())
        .body("version", equalTo(1));
  }

  @Test
  void whatWasNotRemindedOfForDaysIsRemindedOfOnce() {
    requestedAgo("4 days");
    time.look();
    time.look();

    assertEquals(1, mails("HANDOVER_REMINDER", taker.organisation(), handover));
  }

  @Test
  void nobodyIsRemindedOfWhatIsDecidedOrOver() {
    turned(taker, handover, "declination", REASON).statusCode(200);
    requestedAgo("2 days");
    UUID next = requested(caseId, giver, taker.organisation());
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update tracking.handover set remind_at = now() - interval '1 day', expires_at = now() - interval '1 second' where id = ?",
                    next));
    time.look();

    assertEquals(0, mails("HANDOVER_REMINDER", taker.organisation(), handover));
    assertEquals(0, mails("HANDOVER_REMINDER", taker.organisation(), next));
  }

  private void over() {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update tracking.handover set expires_at = now() - interval '1 second' where id = ?",
                    handover));
  }

  private void requestedAgo(String interval) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update tracking.handover set remind_at = remind_at - ?::interval where id = ?",
                    interval,
                    handover));
  }
}
