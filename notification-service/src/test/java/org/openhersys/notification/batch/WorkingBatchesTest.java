package org.openhersys.notification.batch;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.batch.Batching.cancel;
import static org.openhersys.notification.batch.Batching.chunks;
import static org.openhersys.notification.batch.Batching.read;
import static org.openhersys.notification.batch.Batching.rows;
import static org.openhersys.notification.batch.Batching.state;
import static org.openhersys.notification.batch.Batching.submitted;
import static org.openhersys.notification.batch.Batching.texts;
import static org.openhersys.notification.batch.Batching.waitUntilDone;
import static org.openhersys.notification.mail.Mailing.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.LogCapture;
import org.openhersys.notification.submission.Notifying;

/** Each row is taken in exactly once, whoever dies, and by however many. */
@QuarkusTest
class WorkingBatchesTest {
  /** Two whole chunks and a part of one. */
  private static final int ROWS = 250;

  private static final int CHUNK = 100;
  private static final int WORKERS = 4;

  @Inject WorkingBatches working;

  private final Notifying notifying = new Notifying();

  @AfterEach
  void mend() {
    RowFaults.mend();
    Batching.forgetMails(notifying.centre);
  }

  @Test
  void aWorkerKilledHalfWayLosesAndDoublesNothing() {
    UUID id;
    try (Handle blocker = blocked()) {
      id = submitted(notifying.ehr, rows(ROWS));
      waitUntil(() -> !halfWay().isEmpty());

      halfWay().forEach(pid -> RowFaults.owner("select pg_terminate_backend(" + pid + ")"));
      blocker.rollback();
    }

    waitUntilDone(id);
    everyRowIsTakenInOnce(id);
  }

  @Test
  void severalWorkersTakeInEachRowOnce() throws InterruptedException {
    RowFaults.refuse(RowFaults.OF_THE_ROW, "23514");
    List<UUID> ids =
        IntStream.range(0, 3)
            .mapToObj(
                i -> submitted(notifying.ehr, rows(ROWS / 2) + RowFaults.ROW + rows(ROWS / 2 - 1)))
            .toList();
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    for (int i = 0; i < WORKERS; i++) {
      workers.execute(
          () -> {
            while (ids.stream().anyMatch(id -> !state(id).equals("DONE"))) {
              working.workOn();
            }
          });
    }
    workers.shutdown();
    workers.awaitTermination(1, TimeUnit.MINUTES);

    ids.forEach(Batching::waitUntilDone);
    assertEquals(3 * (ROWS - 1), notifying.notificationsOfInstitution());
    ids.forEach(
        id ->
            assertEquals(
                ROWS, Notifying.count("notification.batch_row where batch_id = '" + id + "'")));
  }

  @Test
  void aCancelledBatchTakesInNothingMore() {
    UUID id;
    try (Handle blocker = blocked()) {
      id = submitted(notifying.ehr, rows(ROWS));
      waitUntil(() -> !halfWay().isEmpty());

      cancel(notifying.ehr, id)
          .then()
          .statusCode(200)
          .body("state", equalTo("CANCELLED"))
          .body("remaining", equalTo(ROWS));
      blocker.rollback();
    }

    waitUntil(() -> halfWay().isEmpty());
    cancel(notifying.ehr, id).then().statusCode(200);
    assertEquals(0, chunks(id));
    assertEquals(0, notifying.notificationsOfInstitution());
    UUID done = Batching.processed(notifying.ehr);
    cancel(notifying.ehr, done)
        .then()
        .statusCode(409)
        .body("errors[0].code", equalTo("BATCH_NOT_CANCELLABLE"));
  }

  @Test
  void whatADisabledClientHasSentStopsAndTheLogSaysWhy() {
    UUID id;
    String log;
    try (LogCapture capture = new LogCapture()) {
      try (Handle blocker = blocked()) {
        id = submitted(notifying.ehr, rows(ROWS));
        waitUntil(() -> !halfWay().isEmpty());

        RowFaults.owner(
            "update identity.client set active = false where id = '%s'"
                .formatted(notifying.ehr.principal()));
        blocker.rollback();
      }
      waitUntil(() -> capture.text().contains("a batch was stopped"));
      log = capture.text();
    }

    assertEquals("STOPPED", state(id));
    assertTrue(
        log.contains(
            "batch=%s organisation=%s principal=%s reason=CLIENT_DISABLED"
                .formatted(id, notifying.institution, notifying.ehr.principal())));
    assertEquals(CHUNK, notifying.notificationsOfInstitution());
    assertEquals(0, chunks(id));
    assertEquals(
        List.of(CHUNK + " 0"),
        texts("select stored || ' ' || refused from notification.batch where id = ?", id));
  }

  @Test
  void aSmallBatchDoesNotWaitForLargeOnesAheadOfIt() {
    List<UUID> large;
    UUID small;
    try (Handle blocker = blocked()) {
      large = List.of(submitted(notifying.ehr, rows(ROWS)), submitted(notifying.ehr, rows(ROWS)));
      small = submitted(notifying.ehr, rows(1));
      waitUntil(() -> halfWay().size() == 2);
      blocker.rollback();
    }

    waitUntilDone(small);
    large.forEach(Batching::waitUntilDone);
    assertEquals(
        List.of("true"),
        texts(
            "select (s.ended_at < all (select ended_at from notification.batch where id in (?, ?)))::text from notification.batch s where id = ?",
            large.get(0),
            large.get(1),
            small));
  }

  @Test
  void noRowIsRefusedBecauseNoHealthCentreReceivesIt() {
    UUID id;
    try (Handle blocker = blocked()) {
      id = submitted(notifying.ehr, rows(ROWS));
      waitUntil(() -> !halfWay().isEmpty());

      centreIsActive(false);
      blocker.rollback();
    }

    waitUntil(() -> !Batching.failures(id).isEmpty());
    read(notifying.ehr, id)
        .then()
        .body("state", equalTo("RUNNING"))
        .body("stored", equalTo(CHUNK))
        .body("refused", equalTo(0))
        .body("delayedBy", equalTo("RECEIVING_HEALTH_CENTRE_MISSING"))
        .body("nextAttemptAt", notNullValue());
    centreIsActive(true);
    waitUntilDone(id);
    everyRowIsTakenInOnce(id);
    read(notifying.ehr, id).then().body("delayedBy", nullValue());
  }

  private void centreIsActive(boolean active) {
    RowFaults.owner(
        "update identity.organisation set active = %s where id = '%s'"
            .formatted(active, notifying.centre));
  }

  private void everyRowIsTakenInOnce(UUID id) {
    read(notifying.ehr, id).then().body("stored", equalTo(ROWS)).body("remaining", equalTo(0));
    assertEquals(0, chunks(id));
    assertEquals(ROWS, notifying.notificationsOfInstitution());
    String ofIt =
        " in (select notification_id from notification.batch_row where batch_id = '" + id + "')";
    assertEquals(ROWS, Notifying.count("notification.notification where id" + ofIt));
    assertEquals(ROWS, Notifying.count("notification.event where aggregate_id" + ofIt));
    assertEquals(ROWS, Notifying.count("notification.mail where subject_id" + ofIt));
    assertEquals(
        List.of(String.valueOf(2 * ROWS)),
        texts(
            "select sum(cardinality(subjects))::text from audit.access_log where principal_id = ? and operation = 'batch.store'",
            notifying.ehr.principal()));
  }

  /** No worker gets further than to the outcomes of its rows. */
  private static Handle blocked() {
    Handle blocker = HersysDatabase.owner().open();
    blocker.begin();
    blocker.execute("lock table notification.batch_row in exclusive mode");
    return blocker;
  }

  private static List<String> halfWay() {
    return texts(
        "select pid::text from pg_stat_activity where usename = 'hersys_batch' and wait_event_type = 'Lock'");
  }
}
