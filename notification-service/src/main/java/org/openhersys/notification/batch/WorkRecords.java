package org.openhersys.notification.batch;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.caller.Scopes;
import org.openhersys.notification.submission.KeptJson;

/** Batches as a worker works on them, as the role {@code hersys_batch}. */
@Singleton
class WorkRecords {
  private static final int MOST_JOBS = 50;

  private static final String DONE =
      """
      with job as (
        update notification.batch
        set state = case when stored + refused + :rows = received then 'DONE' else 'RUNNING' end,
            ended_at = case when stored + refused + :rows = received then cast(:now as timestamptz) end,
            stored = stored + :stored, refused = refused + :rows - :stored, with_findings = with_findings + :withFindings,
            findings_kept = findings_kept + :kept, findings_omitted = findings_omitted + :omitted,
            position = :last, started_at = coalesce(started_at, :now), worked_at = clock_timestamp(),
            attempts = 0, failure = null, next_attempt_at = null
        where id = :batch and position = :position and state in ('WAITING', 'RUNNING')
        returning id
      ),
      gone as (
        delete from notification.batch_chunk where batch_id = :batch and first_row = :piece and :emptied
      ),
      outcomes as (
        insert into notification.batch_row (batch_id, row, outcome, notification_id, findings, findings_omitted)
        select job.id, given.row, case when given.notification_id is null then 'REFUSED' else 'STORED' end, given.notification_id,
               cast(given.findings as jsonb), given.omitted
        from job, unnest(cast(:numbers as int[]), cast(:notifications as uuid[]), cast(:findings as text[]), cast(:omissions as int[]))
                    given (row, notification_id, findings, omitted)
      )
      select count(*) from job
      """;

  private final KeptJson json;

  WorkRecords(KeptJson json) {
    this.json = json;
  }

  /**
   * The jobs there are to do now, whose turn was longest ago first: a small one does not wait for a
   * large.
   */
  List<UUID> due(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            select id from notification.batch
            where state in ('WAITING', 'RUNNING') and (next_attempt_at is null or next_attempt_at <= :now) order by worked_at, id limit :most
            """)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("most", MOST_JOBS)
        .mapTo(UUID.class)
        .list();
  }

  /**
   * Takes a job for this transaction and enters the scope of who has sent it. The lock is no lock
   * of the row: nothing is written yet, and nobody's event waits for what is only being read.
   *
   * @return nothing when another worker has it, or there is nothing to do any more
   */
  Optional<Job> take(Handle handle, UUID id) {
    boolean taken =
        handle
            .createQuery(
                "select case when pg_try_advisory_xact_lock(hashtextextended(cast(:id as text), 0)) then notification.enter_batch(:id) else false end")
            .bind("id", id)
            .mapTo(Boolean.class)
            .one();
    return taken
        ? handle
            .createQuery(
                """
                select id, organisation_id, principal_id, session_id, role, operator, received_at, position, findings_kept, trace_id
                from notification.batch where id = :id
                """)
            .bind("id", id)
            .map((row, context) -> job(row))
            .findOne()
        : Optional.empty();
  }

  /**
   * A batch that was stopped.
   *
   * @param principal the account or client that sent it
   * @param reason a code that says what was taken from it
   */
  record Stopped(UUID organisation, UUID principal, String reason) {}

  /** What there is to say when {@link #take} has stopped it in this transaction. */
  Optional<Stopped> stopped(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            select b.organisation_id, b.principal_id, s.reason
            from notification.batch b cross join notification.batch_stopped_because(b.id) s (reason)
            where b.id = :id and s.reason is not null
            """)
        .bind("id", id)
        .map(
            (row, context) ->
                new Stopped(
                    row.getObject("organisation_id", UUID.class),
                    row.getObject("principal_id", UUID.class),
                    row.getString("reason")))
        .findOne();
  }

  /**
   * The rows that are next: of the first piece that is kept, whatever of it is not done.
   *
   * @param most how many of them at most
   */
  Optional<NextRows> next(Handle handle, Job job, int most) {
    return handle
        .createQuery(
            "select first_row, content from notification.batch_chunk where batch_id = :id order by first_row limit 1")
        .bind("id", job.id())
        .map(
            (row, context) ->
                NextRows.of(
                    row.getInt("first_row"),
                    RowChunk.rows(row.getBytes("content")),
                    job.position(),
                    most))
        .findOne();
  }

  /**
   * Keeps what became of the next rows and moves the job on; with the last ones it is done. A piece
   * goes with the last of its rows.
   *
   * @param outcomes of all of them, in their order
   * @return false when the job has been cancelled meanwhile: then nothing may be committed
   */
  boolean done(Handle handle, Job job, NextRows next, List<Outcome> outcomes, Instant now) {
    return handle
            .createQuery(DONE)
            .bind("batch", job.id())
            .bind("position", job.position())
            .bind("piece", next.piece())
            .bind("emptied", next.emptyIt())
            .bind("last", outcomes.get(outcomes.size() - 1).row())
            .bind("rows", outcomes.size())
            .bind("stored", (int) outcomes.stream().filter(Outcome::isStored).count())
            .bind("withFindings", (int) outcomes.stream().filter(Outcome::hasFindings).count())
            .bind("kept", refused(outcomes).mapToInt(each -> each.findings().size()).sum())
            .bind("omitted", refused(outcomes).mapToInt(Outcome::omitted).sum())
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .bindArray(
                "omissions", Integer.class, outcomes.stream().map(Outcome::omitted).toArray())
            .bindArray("numbers", Integer.class, outcomes.stream().map(Outcome::row).toArray())
            .bindArray(
                "notifications",
                UUID.class,
                outcomes.stream().map(Outcome::notificationId).toArray())
            .bindArray(
                "findings",
                String.class,
                outcomes.stream()
                    .map(each -> each.isStored() ? null : json.write(each.findings()))
                    .toArray())
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  /**
   * A job that failed is put off, each time for longer.
   *
   * @param failure its name, in which nothing of people is
   * @return how often it has failed in a row; nothing where it has ended, or another worker has it
   */
  Optional<Integer> postpone(
      Handle handle, UUID id, String failure, BatchSettings settings, Instant now) {
    return handle
        .createQuery(
            "select notification.postpone_batch(:id, :failure, :now, make_interval(secs => :first), make_interval(secs => :longest))")
        .bind("id", id)
        .bind("failure", failure)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("first", settings.firstPause().toMillis() / 1e3)
        .bind("longest", settings.longestPause().toMillis() / 1e3)
        .mapTo(Integer.class)
        .findOne();
  }

  /**
   * What is not done.
   *
   * @param failing that failed at least so many times in a row through a fault of ours
   * @param withoutCentre the same, because no health centre receives them
   * @param oldestTurn of those that are not put off
   */
  record Waiting(int failing, int withoutCentre, Optional<Instant> oldestTurn) {}

  Waiting waiting(Handle handle, int attempts) {
    return handle
        .createQuery(
            """
            select count(*) filter (where attempts >= :attempts and failure <> :missing) as failing,
                   count(*) filter (where attempts >= :attempts and failure = :missing) as without_centre,
                   min(worked_at) filter (where attempts = 0) as oldest_turn
            from notification.batch where state in ('WAITING', 'RUNNING')
            """)
        .bind("attempts", attempts)
        .bind("missing", BatchDelay.RECEIVING_HEALTH_CENTRE_MISSING.name())
        .map(
            (row, context) ->
                new Waiting(
                    row.getInt("failing"),
                    row.getInt("without_centre"),
                    Optional.ofNullable(row.getObject("oldest_turn", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .one();
  }

  /**
   * Forgets what broke off and what ended long ago.
   *
   * @return how many
   */
  int forget(Handle handle, Duration abandoned, Duration kept, int most) {
    return handle
        .createQuery(
            "select notification.forget_batches(make_interval(secs => :abandoned), make_interval(secs => :kept), :most)")
        .bind("abandoned", (double) abandoned.toSeconds())
        .bind("kept", (double) kept.toSeconds())
        .bind("most", most)
        .mapTo(Integer.class)
        .one();
  }

  private static Stream<Outcome> refused(List<Outcome> outcomes) {
    return outcomes.stream().filter(each -> !each.isStored());
  }

  private static Job job(ResultSet row) throws SQLException {
    String role = row.getString("role");
    return new Job(
        row.getObject("id", UUID.class),
        new Caller(
            role == null ? Caller.Kind.MACHINE : Caller.Kind.HUMAN,
            row.getObject("session_id", UUID.class),
            row.getObject("principal_id", UUID.class),
            row.getObject("organisation_id", UUID.class),
            role == null ? null : Role.valueOf(role),
            role == null ? Set.of(Scopes.NOTIFICATION_WRITE) : Set.of(),
            row.getString("operator")),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getInt("position"),
        row.getInt("findings_kept"),
        row.getString("trace_id"));
  }
}
