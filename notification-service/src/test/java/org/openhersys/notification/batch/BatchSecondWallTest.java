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
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.identifier.Uuids;
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

  /** In the sight of who has sent it, as the role of whoever calls, and of the worker. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RECEIVING | state = 'CANCELLED', received_at = now(), ended_at = now()",
        "RECEIVING | state = 'WAITING'",
        "WAITING   | state = 'RECEIVING', received_at = null",
        "WAITING   | state = 'CANCELLED'",
        "WAITING   | state = 'CANCELLED', ended_at = now(), received = 7",
        "WAITING   | state = 'CANCELLED', ended_at = now(), received_at = now() - interval '1 day'",
        "RUNNING   | state = 'WAITING'",
        "RUNNING   | state = 'RECEIVING', received_at = null",
        "DONE      | state = 'WAITING', ended_at = null",
        "DONE      | state = 'CANCELLED'",
        "CANCELLED | state = 'WAITING', ended_at = null"
      })
  void aBatchMakesNoStepButThoseOfTheTable(String from, String change) {
    UUID id = standing(from);
    String update = "update notification.batch set " + change + " where id = '" + id + "'";

    assertNotMoved(
        id, from, () -> RawSql.inScope(notifying.ehr, h -> h.createUpdate(update).execute()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WAITING | state = 'CANCELLED', ended_at = now()",
        "RUNNING | state = 'WAITING'",
        "RUNNING | state = 'DONE', ended_at = now()",
        "RUNNING | state = 'RUNNING', stored = 0",
        "RUNNING | state = 'RUNNING', position = 0"
      })
  void norDoesTheWorkerMakeOthers(String from, String change) {
    UUID id = standing(from);

    assertNotMoved(
        id,
        from,
        () ->
            HersysDatabase.as("hersys_batch")
                .inTransaction(
                    h -> {
                      h.execute("select notification.enter_batch(?)", id);
                      return h.execute(
                          "update notification.batch set " + change + " where id = ?", id);
                    }));
  }

  @Test
  void aBatchBeginsWithNothingInIt() {
    assertEquals(
        DENIED,
        RawSql.refusal(
            notifying.ehr,
            h ->
                h.execute(
                    """
                    insert into notification.batch (id, organisation_id, principal_id, session_id, begun_at, touched_at, stored, received)
                    values (gen_random_uuid(), ?, ?, ?, now(), now(), 1, 1)
                    """,
                    notifying.institution,
                    notifying.ehr.principal(),
                    notifying.ehr.session())));
  }

  /** Refused, or nothing there that could be changed: either way it is as it was. */
  private static void assertNotMoved(UUID id, String state, Callable<Integer> update) {
    try {
      assertEquals(0, update.call());
    } catch (UnableToExecuteStatementException refused) {
      assertEquals(DENIED, ((PSQLException) refused.getCause()).getSQLState());
    } catch (Exception unexpected) {
      throw new AssertionError(unexpected);
    }
    assertEquals(state, state(id));
  }

  /** One of three rows, of which one is stored unless none is; no worker finds anything in it. */
  private UUID standing(String state) {
    UUID id = Uuids.next();
    boolean begun = !state.equals("RECEIVING") && !state.equals("WAITING");
    boolean ended = state.equals("DONE") || state.equals("CANCELLED");
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.createUpdate(
                        """
                        insert into notification.batch
                          (id, organisation_id, principal_id, session_id, state, received, stored, refused, position, begun_at, touched_at, received_at,
                           worked_at, ended_at)
                        values (:id, :organisation, :principal, :session, :state, 3, :stored, 0, :stored, now(), now(),
                                case when :state <> 'RECEIVING' then now() end, now() + interval '1 day', case when :ended then now() end)
                        """)
                    .bind("id", id)
                    .bind("organisation", notifying.institution)
                    .bind("principal", notifying.ehr.principal())
                    .bind("session", notifying.ehr.session())
                    .bind("state", state)
                    .bind("stored", state.equals("DONE") ? 3 : begun ? 1 : 0)
                    .bind("ended", ended)
                    .execute());
    return id;
  }

  @Test
  void whatNothingWasAddedToIsForgottenAndWhatEndedLongAgo() {
    UUID broken = kept("RECEIVING", "11 minutes");
    UUID coming = kept("RECEIVING", "9 minutes");
    UUID old = kept("DONE", "91 days");
    UUID recent = kept("DONE", "89 days");

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

  /** A batch with a chunk and an outcome, in a state in which it was left that long ago. */
  private UUID kept(String state, String ago) {
    UUID id = Uuids.next();
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute(
                  """
                  insert into notification.batch
                    (id, organisation_id, principal_id, session_id, state, received, begun_at, touched_at, received_at, ended_at)
                  values (?, ?, ?, ?, ?, 0, now(), now() - cast(? as interval), case when ? <> 'RECEIVING' then now() end,
                          case when ? = 'DONE' then now() - cast(? as interval) end)
                  """,
                  id,
                  notifying.institution,
                  notifying.ehr.principal(),
                  notifying.ehr.session(),
                  state,
                  ago,
                  state,
                  state,
                  ago);
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
