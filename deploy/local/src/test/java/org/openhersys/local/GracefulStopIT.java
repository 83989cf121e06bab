package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.Request;

/** A service that is told to end finishes what it has begun, and takes on nothing more. */
@ExtendWith(SharedSystem.class)
class GracefulStopIT {
  /** {@code quarkus.shutdown.timeout}, the event reader's own end, and what a busy machine adds. */
  private static final Duration LONGEST = Duration.ofSeconds(25);

  /** Fewer than there are connections. */
  private static final int UNDER_WAY = 3;

  private final RunningSystem system;
  private final Superuser superuser;
  private final Operations operations;

  GracefulStopIT(RunningSystem system) {
    this.system = system;
    this.superuser = system.superuser();
    this.operations = new Operations(system);
  }

  @AfterEach
  void mend() {
    superuser.execute("drop function if exists public.slow() cascade");
    system.launcher().awaitReady();
  }

  @Test
  void requestsUnderWayAreAnsweredAndNewOnesRefused() {
    List<Request> requests = Stream.generate(operations::submission).limit(UNDER_WAY).toList();
    Request late = operations.submission();
    slowDown("notification.revision");
    List<CompletableFuture<Exchange>> underWay = requests.stream().map(system::sending).toList();
    awaitSleepers("hersys_notification", UNDER_WAY);
    ProcessHandle process = system.launcher().children().get("notification-service");

    system.launcher().signal("TERM", "notification-service");

    RunningLauncher.waitUntil(LONGEST, this::takesOnNothing);
    assertTrue(takesOnNothing());
    CompletableFuture<Exchange> patient =
        CompletableFuture.supplyAsync(() -> system.sendPatiently(late));
    List<Exchange> answers = underWay.stream().map(CompletableFuture::join).toList();
    answers.forEach(answer -> assertEquals(201, answer.status(), answer.body()));
    assertEndsInTime(process, "notification-service");
    mend();
    assertEquals(201, patient.join().status(), patient.join().body());
    for (Exchange answer : answers) {
      assertEquals(answer.json(), system.send(answer.request()).json());
      assertEquals("1", rows("notification.revision where notification_id", answer.text("/id")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "KILL"})
  void anEventReaderThatEndsLeavesNoEventHalfApplied(String signal) {
    system.awaitQuiet();
    slowDown("tracking.custody_entry");
    List<Exchange> receipts =
        Stream.generate(operations::submission).limit(3).map(system::send).toList();
    awaitSleepers("hersys_tracking_worker", 1);
    ProcessHandle process = system.launcher().children().get("case-tracking-service");

    system.launcher().signal(signal, "case-tracking-service");

    assertEndsInTime(process, "case-tracking-service");
    mend();
    system.awaitQuiet();
    for (Exchange receipt : receipts) {
      assertEquals(201, receipt.status(), receipt.body());
      assertEquals("1", rows("tracking.case_file where course_id", receipt.text("/courseId")));
      assertEquals("1", rows("tracking.custody_entry where course_id", receipt.text("/courseId")));
      assertEquals(
          "1", rows("tracking.applied_notification where notification_id", receipt.text("/id")));
      assertEquals(
          "1",
          rows(
              "tracking.change c join tracking.case_file f on f.id = c.case_id where f.course_id",
              receipt.text("/courseId")));
    }
    assertEquals("0", superuser.value("select count(*) from tracking.set_aside_event"));
  }

  private void slowDown(String table) {
    superuser.execute(
        "create function public.slow() returns trigger language plpgsql as $$ begin perform pg_sleep(3); return new; end $$",
        "create trigger slow before insert on "
            + table
            + " for each row execute function public.slow()");
  }

  private void awaitSleepers(String role, int count) {
    RunningLauncher.waitUntil(
        Duration.ofSeconds(10),
        () ->
            superuser.holds(
                "count(*) >= %d from pg_stat_activity where usename = '%s' and wait_event = 'PgSleep'"
                    .formatted(count, role)));
  }

  private boolean takesOnNothing() {
    try {
      return system.health(Service.NOTIFICATION, "live").join() == 503;
    } catch (CompletionException refused) {
      return refused.getCause() instanceof IOException;
    }
  }

  private void assertEndsInTime(ProcessHandle process, String name) {
    RunningLauncher.waitUntil(LONGEST, () -> !RunningLauncher.runs(process));
    assertFalse(RunningLauncher.runs(process), name + " goes on");
  }

  private String rows(String tableWhere, String id) {
    return superuser.value("select count(*) from " + tableWhere + " = '" + id + "'");
  }
}
