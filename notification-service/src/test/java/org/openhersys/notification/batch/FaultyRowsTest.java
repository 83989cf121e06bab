package org.openhersys.notification.batch;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.batch.Batching.chunks;
import static org.openhersys.notification.batch.Batching.failures;
import static org.openhersys.notification.batch.Batching.read;
import static org.openhersys.notification.batch.Batching.rows;
import static org.openhersys.notification.batch.Batching.submitted;
import static org.openhersys.notification.batch.Batching.waitUntilDone;
import static org.openhersys.notification.batch.RowFaults.owner;
import static org.openhersys.notification.mail.Mailing.waitUntil;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;

/** What the database does not take refuses the row it lies in, and no other; or waits. */
@QuarkusTest
class FaultyRowsTest {
  private static final int CHUNK = 100;

  /** Of a whole chunk with one fault; row by row they would be as many as its rows. */
  private static final int MOST_PARTS = 12;

  private static final String HEALTH = "checks.find { it.name.contains('batches') }.data.";

  private final Notifying notifying = new Notifying();

  @AfterEach
  void mend() {
    RowFaults.mend();
    Batching.forgetMails(notifying.centre);
  }

  @Test
  void aRowThatTheDatabaseDoesNotTakeIsRefusedAndNoOther() {
    RowFaults.refuse(RowFaults.OF_THE_ROW, "23514");
    UUID id = submitted(notifying.ehr, rows(1) + RowFaults.ROW + rows(1));
    waitUntilDone(id);

    rows(notifying.ehr, id, Map.of())
        .then()
        .body("items.outcome", contains("STORED", "REFUSED", "STORED"))
        .body("items[1].findings.code", contains("ROW_NOT_PROCESSED"));
    assertEquals(2, notifying.notificationsOfInstitution());
  }

  @Test
  void oneAmongManyIsFoundByHalving() {
    RowFaults.refuse(RowFaults.OF_THE_ROW, "23514");
    UUID id = submitted(notifying.ehr, rows(66) + RowFaults.ROW + rows(CHUNK - 67));
    waitUntilDone(id);

    rows(notifying.ehr, id, Map.of("outcome", "REFUSED")).then().body("items.row", contains(67));
    assertEquals(CHUNK - 1, notifying.notificationsOfInstitution());
    assertEquals(0, chunks(id));
    assertTakenInByParts();
  }

  @Test
  void rowsThatTakeTooLongTogetherAreTakenInByParts() {
    RowFaults.refuseMoreThan(30, "57014");
    UUID id = submitted(notifying.ehr, rows(CHUNK));
    waitUntilDone(id);

    read(notifying.ehr, id).then().body("stored", equalTo(CHUNK));
    assertEquals(CHUNK, notifying.notificationsOfInstitution());
    assertTakenInByParts();
  }

  @Test
  void aRowThatMeetsASlowDatabaseIsTakenInLater() {
    owner("create sequence public.slow; grant usage on sequence public.slow to public");
    RowFaults.refuse(RowFaults.OF_THE_ROW + " and nextval('public.slow') <= 2", "57014");
    UUID id = submitted(notifying.ehr, json(confirmed()) + RowFaults.ROW);
    waitUntilDone(id);

    rows(notifying.ehr, id, Map.of()).then().body("items.outcome", contains("STORED", "STORED"));
  }

  @Test
  void whatFailsEachTimeIsTriedAgainAndToldOf() {
    RowFaults.refuse("true", "XX000");
    UUID id = submitted(notifying.ehr, rows(1));

    waitUntil(() -> failures(id).contains("XX000 2"));
    read(notifying.ehr, id)
        .then()
        .body("state", equalTo("WAITING"))
        .body("delayedBy", equalTo("INTERNAL"));
    get("/q/health/well").then().body(HEALTH + "failingBatches", equalTo(0));
    owner("update notification.batch set attempts = 5 where id = '" + id + "'");
    get("/q/health/well").then().statusCode(503).body(HEALTH + "failingBatches", equalTo(1));
    RowFaults.mend();
    owner("update notification.batch set next_attempt_at = now() where id = '" + id + "'");
    waitUntilDone(id);
    get("/q/health/well").then().body(HEALTH + "failingBatches", equalTo(0));
  }

  private void assertTakenInByParts() {
    long parts = Handling.logged(notifying.ehr, "batch.store", "ALLOWED");
    assertTrue(parts <= MOST_PARTS, () -> parts + " transactions");
  }
}
