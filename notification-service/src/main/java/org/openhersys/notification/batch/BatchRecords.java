package org.openhersys.notification.batch;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.KeptJson;

/** Batches and the outcomes of their rows, as far as the caller sees them (row-level security). */
@Singleton
class BatchRecords {
  private static final String SHOWN =
      """
      select id, state, received, stored, refused, with_findings, findings_omitted, principal_id, operator, begun_at, received_at, started_at, ended_at,
             failure, next_attempt_at
      from notification.batch
      """;

  private static final String ROWS =
      """
      select r.row, r.outcome, r.notification_id, c.smartphone_entry_id, coalesce(r.findings, first.findings) as findings,
             r.findings_omitted
      from notification.batch_row r
      left join notification.notification n on n.id = r.notification_id
      left join notification.course c on c.id = n.course_id
      left join notification.revision first on first.notification_id = n.id and first.revision = 1
      where r.batch_id = :batch and r.row > :after %s
      order by r.row limit :most
      """;

  private final KeptJson json;

  BatchRecords(KeptJson json) {
    this.json = json;
  }

  Optional<Batch> find(Handle handle, UUID id) {
    return handle
        .createQuery(SHOWN + " where id = :id")
        .bind("id", id)
        .map((row, context) -> batch(row))
        .findOne();
  }

  /**
   * A page of the organisation's, newest first.
   *
   * @param place where the page before ended, or null for the first
   */
  List<Batch> page(Handle handle, UUID organisation, @Nullable BatchPlace place, int most) {
    Query query =
        handle
            .createQuery(
                "%s where organisation_id = :organisation %s order by begun_at desc, id desc limit :most"
                    .formatted(SHOWN, place == null ? "" : "and (begun_at, id) < (:at, :id)"))
            .bind("organisation", organisation)
            .bind("most", most);
    if (place != null) {
      query.bind("at", place.begunAt().atOffset(ZoneOffset.UTC)).bind("id", place.id());
    }
    return query.map((row, context) -> batch(row)).list();
  }

  /**
   * A page of what became of its rows.
   *
   * @param after the row where the page before ended; 0 for the first
   */
  List<KeptRow> rows(Handle handle, UUID batch, Optional<RowOutcome> outcome, int after, int most) {
    String wanted = outcome.map(one -> "and r.outcome = '" + one.name() + "'").orElse("");
    return handle
        .createQuery(ROWS.formatted(wanted))
        .bind("batch", batch)
        .bind("after", after)
        .bind("most", most)
        .map((row, context) -> row(row))
        .list();
  }

  /**
   * Drops what waits of a batch; nothing of it is processed any more.
   *
   * @return false when it had ended, or is being received
   */
  boolean cancel(Handle handle, UUID id, Instant now) {
    int cancelled =
        handle
            .createUpdate(
                """
                update notification.batch set state = 'CANCELLED', ended_at = :now
                where id = :id and state in ('WAITING', 'RUNNING')
                """)
            .bind("id", id)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute();
    if (cancelled == 1) {
      handle
          .createQuery("select notification.drop_rows(:id)")
          .bind("id", id)
          .map((row, context) -> true)
          .one();
    }
    return cancelled == 1;
  }

  private KeptRow row(ResultSet row) throws SQLException {
    String findings = row.getString("findings");
    return new KeptRow(
        row.getInt("row"),
        RowOutcome.valueOf(row.getString("outcome")),
        row.getObject("notification_id", UUID.class),
        row.getString("smartphone_entry_id"),
        findings == null ? List.<Finding>of() : json.findings(findings),
        row.getInt("findings_omitted"));
  }

  private static Batch batch(ResultSet row) throws SQLException {
    int received = row.getInt("received");
    int stored = row.getInt("stored");
    int refused = row.getInt("refused");
    String failure = row.getString("failure");
    boolean delayed = failure != null && row.getObject("ended_at") == null;
    return new Batch(
        row.getObject("id", UUID.class),
        BatchState.valueOf(row.getString("state")),
        received,
        stored,
        refused,
        row.getInt("with_findings"),
        row.getInt("findings_omitted"),
        received - stored - refused,
        new Author(row.getObject("principal_id", UUID.class), row.getString("operator")),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        instant(row, "received_at"),
        instant(row, "started_at"),
        delayed ? BatchDelay.of(failure) : null,
        delayed ? instant(row, "next_attempt_at") : null,
        instant(row, "ended_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
