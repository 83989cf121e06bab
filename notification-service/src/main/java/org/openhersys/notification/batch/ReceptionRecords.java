package org.openhersys.notification.batch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;

/** What is kept of a batch while its body comes. */
@Singleton
class ReceptionRecords {

  /** How many batches of an organisation are on their way. */
  int open(Handle handle, UUID organisation) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended('batch ' || :organisation, 0))")
        .bind("organisation", organisation.toString())
        .map((row, context) -> true)
        .one();
    return handle
        .createQuery(
            """
            select count(*) from notification.batch
            where organisation_id = :organisation and state in ('RECEIVING', 'WAITING', 'RUNNING')
            """)
        .bind("organisation", organisation)
        .mapTo(Integer.class)
        .one();
  }

  /**
   * @param trace of the request; null outside of one
   */
  void begin(Handle handle, Caller caller, UUID id, @Nullable String trace, Instant now) {
    handle
        .createUpdate(
            """
            insert into notification.batch (id, organisation_id, principal_id, session_id, role, operator, trace_id, begun_at, touched_at)
            values (:id, :organisation, :principal, :session, :role, :operator, :trace, :now, :now)
            """)
        .bind("id", id)
        .bind("organisation", caller.organisationId())
        .bind("principal", caller.principalId())
        .bind("session", caller.sessionId())
        .bind("role", caller.roleName())
        .bind("operator", caller.operator())
        .bind("trace", trace)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /**
   * Enters the scope of who is sending a batch, also when the token has run out meanwhile ({@code
   * notification.enter_receiving}); as the first statement of a transaction.
   */
  void enter(Handle handle, Caller caller, UUID id) {
    handle
        .createQuery("select notification.enter_receiving(:id, :session)")
        .bind("id", id)
        .bind("session", caller.sessionId())
        .map((row, context) -> true)
        .one();
  }

  /** Keeps some rows: on disk when it returns, as whatever is counted as received. */
  void keep(Handle handle, UUID id, RowChunk chunk, Instant now) {
    handle
        .createUpdate(
            """
            with kept as (
              insert into notification.batch_chunk (batch_id, first_row, rows, content) values (:id, :first, :rows, :content)
            )
            update notification.batch set received = received + :rows, touched_at = :now where id = :id
            """)
        .bind("id", id)
        .bind("first", chunk.first())
        .bind("rows", chunk.rows())
        .bind("content", chunk.content())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Something of it still comes, though no row is kept. */
  void touch(Handle handle, UUID id, Instant now) {
    handle
        .createUpdate("update notification.batch set touched_at = :now where id = :id")
        .bind("id", id)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The body is whole: every row of it is reported at this instant. */
  void received(Handle handle, UUID id, Instant now) {
    handle
        .createUpdate(
            """
            update notification.batch set state = 'WAITING', received_at = :now, worked_at = :now, touched_at = :now where id = :id
            """)
        .bind("id", id)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Forgets a batch that is being received, and its rows. */
  void breakOff(Handle handle, UUID id) {
    handle
        .createUpdate("delete from notification.batch where id = :id and state = 'RECEIVING'")
        .bind("id", id)
        .execute();
  }
}
