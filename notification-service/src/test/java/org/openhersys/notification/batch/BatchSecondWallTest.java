package org.openhersys.notification.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openhersys.notification.batch.Batching.state;
import static org.openhersys.notification.batch.Batching.texts;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;
import org.postgresql.util.PSQLException;

/** What the database itself refuses, and what it forgets. */
@QuarkusTest
class BatchSecondWallTest {
  private static final String DENIED = "42501";

  @Inject WorkRecords work;
  @Inject BatchDatabase database;

  private final Notifying notifying = new Notifying();

  @Test
  void batchesAndOutcomesAreTheOrganisationsOwn() {
    UUID id = Batching.processed(notifying.ehr);
    Login stranger = Directory.person(Directory.institution("011011"), Role.PHYSICIAN);
    String batches = "select id from notification.batch where id = '" + id + "'";
    String rows =
        "select notification_id from notification.batch_row where batch_id = '"
            + id
            + "' and outcome = 'STORED'";

    assertEquals(Set.of(id), RawSql.inScope(notifying.ehr, h -> RawSql.ids(h, batches)));
    assertEquals(1, RawSql.inScope(notifying.ehr, h -> RawSql.ids(h, rows)).size());
    assertEquals(Set.of(), RawSql.inScope(stranger, h -> RawSql.ids(h, batches)));
    assertEquals(Set.of(), RawSql.inScope(stranger, h -> RawSql.ids(h, rows)));
  }

  @Test
  void nobodyWhoCallsReadsWhatWaits() {
    assertEquals(
        DENIED,
        RawSql.refusal(
            notifying.ehr, h -> RawSql.ids(h, "select batch_id from notification.batch_chunk")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select id from notification.notification",
        "select notification_id from notification.revision",
        "select id from notification.course",
        "select id from notification.mail",
        "select id from audit.access_log",
        "select id from identity.account",
        "update notification.batch set organisation_id = organisation_id"
      })
  void theWorkerReadsNoNotificationAndTakesNoBatchFromItsSender(String sql) {
    assertEquals(DENIED, refusal(h -> h.execute(sql)));
  }

  @Test
  void theWorkerWritesForNobodyButWhoHasSentTheBatch() {
    UUID id = Batching.waiting(notifying.ehr);
    UUID other = Directory.institution("011011");
    String course =
        """
        insert into notification.course (id, smartphone_entry_id, disease, opened_by_organisation_id, receiving_organisation_id, opened_at)
        values (gen_random_uuid(), '0000-0000-0000', 'COVID_19', '%s', '%s', now())
        """
            .formatted(other, notifying.centre);

    assertEquals(DENIED, refusal(h -> h.execute(course)));
    assertEquals(
        DENIED,
        refusal(
            h -> {
              h.execute("select notification.enter_batch(?)", id);
              h.execute(course);
            }));
  }

  @Test
  void whatNothingWasAddedToIsForgottenAndWhatEndedLongAgo() {
    UUID broken = kept("RECEIVING", "touched_at = now() - interval '11 minutes'");
    UUID coming = kept("RECEIVING", "touched_at = now() - interval '9 minutes'");
    UUID old = kept("DONE", "ended_at = now() - interval '91 days'");
    UUID recent = kept("DONE", "ended_at = now() - interval '89 days'");

    database
        .jdbi()
        .useHandle(h -> work.forget(h, Duration.ofMinutes(10), Duration.ofDays(90), 100));

    assertEquals(
        List.of("NONE", "RECEIVING", "NONE", "DONE"),
        List.of(state(broken), state(coming), state(old), state(recent)));
    assertEquals(0, Batching.chunks(broken));
    assertEquals(1, Batching.chunks(coming));
    HersysDatabase.owner()
        .useHandle(h -> h.execute("delete from notification.batch where id = ?", coming));
    assertEquals(
        List.of(), texts("select row::text from notification.batch_row where batch_id = ?", old));
  }

  /** A batch with a chunk and an outcome, in some state. */
  private UUID kept(String state, String change) {
    UUID id = Batching.waiting(notifying.ehr);
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute(
                  "update notification.batch set state = ?, " + change + " where id = ?",
                  state,
                  id);
              h.execute("insert into notification.batch_chunk values (?, 1, 1, '\\x00')", id);
              h.execute(
                  "insert into notification.batch_row values (?, 1, 'REFUSED', null, '[]')", id);
            });
    return id;
  }

  private static String refusal(Consumer<Handle> statement) {
    UnableToExecuteStatementException refused =
        assertThrows(
            UnableToExecuteStatementException.class,
            () -> HersysDatabase.as("hersys_batch").useTransaction(statement::accept));
    return ((PSQLException) refused.getCause()).getSQLState();
  }
}
