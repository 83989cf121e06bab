package org.openhersys.notification.batch;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.batch.Batching.cancel;
import static org.openhersys.notification.batch.Batching.chunks;
import static org.openhersys.notification.batch.Batching.read;
import static org.openhersys.notification.batch.Batching.rows;
import static org.openhersys.notification.batch.Batching.state;
import static org.openhersys.notification.batch.Batching.submitted;
import static org.openhersys.notification.batch.Batching.texts;
import static org.openhersys.notification.batch.Batching.waitUntilDone;
import static org.openhersys.notification.mail.Mailing.waitUntil;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Notifying;

/** Each row is taken in exactly once, whoever dies, and by however many. */
@QuarkusTest
class WorkingBatchesTest {
  /** Two whole chunks and a part of one. */
  private static final int ROWS = 250;

  private static final int CHUNK = 100;
  private static final int WORKERS = 4;
  private static final String HEALTH = "checks.find { it.name.contains('batches') }.data.";

  @Inject WorkingBatches working;

  private final Notifying notifying = new Notifying();

  @AfterEach
  void mend() {
    owner("drop function if exists public.fault() cascade");
    owner("drop sequence if exists public.slow");
    Batching.forgetMails(notifying.centre);
  }

  @Test
  void aWorkerKilledHalfWayLosesAndDoublesNothing() {
    UUID id;
    try (Handle blocker = blocked()) {
      id = submitted(notifying.ehr, rows(ROWS));
      waitUntil(() -> !halfWay().isEmpty());

      halfWay().forEach(pid -> owner("select pg_terminate_backend(" + pid + ")"));
      blocker.rollback();
    }

    waitUntilDone(id);
    everyRowIsTakenInOnce(id);
  }

  @Test
  void severalWorkersTakeInEachRowOnce() throws InterruptedException {
    List<UUID> ids =
        IntStream.range(0, 3).mapToObj(i -> submitted(notifying.ehr, rows(ROWS))).toList();
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
    assertEquals(3 * ROWS, notifying.notificationsOfInstitution());
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
  void whatADisabledClientHasSentStops() {
    UUID id;
    try (Handle blocker = blocked()) {
      id = submitted(notifying.ehr, rows(ROWS));
      waitUntil(() -> !halfWay().isEmpty());

      owner(
          "update identity.client set active = false where id = '"
              + notifying.ehr.principal()
              + "'");
      blocker.rollback();
    }

    waitUntil(() -> state(id).equals("STOPPED"));
    assertEquals(CHUNK, notifying.notificationsOfInstitution());
    assertEquals(0, chunks(id));
    assertEquals(
        List.of(CHUNK + " 0"),
        texts("select stored || ' ' || refused from notification.batch where id = ?", id));
  }

  @Test
  void aRowThatTheDatabaseDoesNotTakeIsRefusedAndNoOther() {
    refuseRevisions("new.document ->> 'freeText' = '架空の故障'", "23514");
    UUID id =
        submitted(
            notifying.ehr,
            String.join(
                "\n",
                json(confirmed()),
                json(confirmed().with(form -> form.freeText = "架空の故障")),
                json(confirmed())));
    waitUntilDone(id);

    rows(notifying.ehr, id, Map.of())
        .then()
        .body("items.outcome", contains("STORED", "REFUSED", "STORED"))
        .body("items[1].findings.code", contains("ROW_NOT_PROCESSED"));
    assertEquals(2, notifying.notificationsOfInstitution());
  }

  @Test
  void aRowThatMeetsASlowDatabaseIsTakenInLater() {
    owner("create sequence public.slow; grant usage on sequence public.slow to public");
    refuseRevisions(
        "new.document ->> 'freeText' = '架空の遅れ' and nextval('public.slow') <= 2", "57014");
    UUID id =
        submitted(
            notifying.ehr,
            json(confirmed()) + "\n" + json(confirmed().with(form -> form.freeText = "架空の遅れ")));
    waitUntilDone(id);

    rows(notifying.ehr, id, Map.of()).then().body("items.outcome", contains("STORED", "STORED"));
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

    waitUntil(() -> !failures(id).isEmpty());
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

  @Test
  void whatFailsEachTimeIsTriedAgainAndToldOf() {
    owner(
        """
        create function public.fault() returns trigger language plpgsql as $$
        begin
          raise exception 'injected 架空' using errcode = 'XX000';
        end $$;
        create trigger fault before insert on notification.revision for each row execute function public.fault();
        """);
    UUID id = submitted(notifying.ehr, rows(1));

    waitUntil(() -> failures(id).contains("XX000 2"));
    read(notifying.ehr, id)
        .then()
        .body("state", equalTo("WAITING"))
        .body("delayedBy", equalTo("INTERNAL"));
    get("/q/health/well").then().body(HEALTH + "failingBatches", equalTo(0));
    owner("update notification.batch set attempts = 5 where id = '" + id + "'");
    get("/q/health/well").then().statusCode(503).body(HEALTH + "failingBatches", equalTo(1));
    mend();
    owner("update notification.batch set next_attempt_at = now() where id = '" + id + "'");
    waitUntilDone(id);
    get("/q/health/well").then().body(HEALTH + "failingBatches", equalTo(0));
  }

  private static List<String> failures(UUID id) {
    return texts(
        "select failure || ' ' || attempts from notification.batch where id = ? and attempts > 0",
        id);
  }

  private void centreIsActive(boolean active) {
    owner(
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

  private static void owner(String sql) {
    HersysDatabase.owner().useHandle(h -> h.execute(sql));
  }

  /** Lets PostgreSQL refuse the revisions for which that holds. */
  private static void refuseRevisions(String when, String sqlstate) {
    owner(
        """
        create function public.fault() returns trigger language plpgsql as $$
        begin
          if %s then
            raise exception 'injected' using errcode = '%s';
          end if;
          return new;
        end $$;
        create trigger fault before insert on notification.revision for each row execute function public.fault();
        """
            .formatted(when, sqlstate));
  }
}
