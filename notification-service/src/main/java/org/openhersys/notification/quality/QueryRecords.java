package org.openhersys.notification.quality;

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
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.notification.mail.MailKind;
import org.openhersys.notification.question.QuestionItem;
import org.openhersys.notification.submission.Author;

/** Queries of the chain, as far as the caller asked or received them (row-level security). */
@Singleton
class QueryRecords {
  private static final String SHOWN =
      """
      select id, notification_id, number, step, pointer, text, state, revision, asked_at, asked_by, asked_operator,
             reply, replied_at, replied_by, replied_operator, closed_at, closed_by, closed_operator
      from notification.quality_query
      """;

  List<QualityQuery> of(Handle handle, UUID notification) {
    return handle
        .createQuery(SHOWN + " where notification_id = :notification order by number")
        .bind("notification", notification)
        .map((row, context) -> query(row))
        .list();
  }

  Optional<QualityQuery> find(Handle handle, UUID notification, UUID id) {
    return handle
        .createQuery(SHOWN + " where notification_id = :notification and id = :id")
        .bind("notification", notification)
        .bind("id", id)
        .map((row, context) -> query(row))
        .findOne();
  }

  /**
   * A page, oldest first.
   *
   * @param asked whether the caller's organisation asked them, or received them
   */
  List<QualityQuery> page(
      Handle handle,
      UUID organisation,
      boolean asked,
      QueryState state,
      @Nullable QualityPlace place,
      int most) {
    Query query =
        handle
            .createQuery(
                SHOWN
                    + " where "
                    + (asked ? "asked_organisation_id" : "receiving_organisation_id")
                    + " = :organisation and state = :state"
                    + (place == null ? "" : " and (asked_at, id) > (:at, :id)")
                    + " order by asked_at, id limit :most")
            .bind("organisation", organisation)
            .bind("state", state.name())
            .bind("most", most);
    if (place != null) {
      query.bind("at", place.at().atOffset(ZoneOffset.UTC)).bind("id", place.id());
    }
    return query.map((row, context) -> query(row)).list();
  }

  /** Holds the chain until the transaction ends; false where the caller has no part in it. */
  boolean hold(Handle handle, UUID notification) {
    return handle
        .createQuery("select notification.hold_quality(:id)")
        .bind("id", notification)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Adds queries behind those that stand; the chain is held.
   *
   * @return the number of the last one
   */
  int add(
      Handle handle,
      Caller caller,
      QualityStep step,
      QualityCheck about,
      List<QuestionItem> items,
      Instant now) {
    int number =
        handle
            .createQuery(
                "select queries from notification.quality_chain where notification_id = :id")
            .bind("id", about.id())
            .mapTo(int.class)
            .one();
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into notification.quality_query
              (id, notification_id, number, receiving_organisation_id, step, pointer, text, revision, asked_at,
               asked_organisation_id, asked_by, asked_operator)
            values (:id, :notification, :number, :centre, :step, :pointer, :text, :revision, :now,
                    :organisation, :principal, :operator)
            """);
    for (QuestionItem item : items) {
      number++;
      batch
          .bind("id", Uuids.next())
          .bind("notification", about.id())
          .bind("number", number)
          .bind("centre", about.receivingHealthCentre().id())
          .bind("step", step.name())
          .bind("pointer", item.pointer())
          .bind("text", item.text())
          .bind("revision", about.revision())
          .bind("now", now.atOffset(ZoneOffset.UTC))
          .bind("organisation", caller.organisationId())
          .bind("principal", caller.principalId())
          .bind("operator", caller.operator())
          .add();
    }
    batch.execute();
    return number;
  }

  void reply(Handle handle, Caller caller, UUID id, String text, Instant now) {
    handle
        .createUpdate(
            """
            update notification.quality_query
            set state = 'REPLIED', reply = :text, replied_at = :now, replied_by = :principal, replied_operator = :operator
            where id = :id
            """)
        .bind("id", id)
        .bind("text", text)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
  }

  void close(Handle handle, Caller caller, UUID id, Instant now) {
    handle
        .createUpdate(
            """
            update notification.quality_query
            set state = 'CLOSED', closed_at = :now, closed_by = :principal, closed_operator = :operator
            where id = :id
            """)
        .bind("id", id)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
  }

  /** The organisation that asked. */
  UUID asker(Handle handle, UUID id) {
    return handle
        .createQuery("select asked_organisation_id from notification.quality_query where id = :id")
        .bind("id", id)
        .mapTo(UUID.class)
        .one();
  }

  void mail(Handle handle, MailKind kind, UUID recipient, UUID notification, String occasion) {
    handle
        .createQuery("select notification.post_mail(:kind, :to, :id, :occasion, null)")
        .bind("kind", kind.name())
        .bind("to", recipient)
        .bind("id", notification)
        .bind("occasion", occasion)
        .map((row, context) -> Boolean.TRUE)
        .one();
  }

  private static QualityQuery query(ResultSet row) throws SQLException {
    return new QualityQuery(
        row.getObject("id", UUID.class),
        row.getObject("notification_id", UUID.class),
        row.getInt("number"),
        QualityStep.valueOf(row.getString("step")),
        row.getString("pointer"),
        row.getString("text"),
        QueryState.valueOf(row.getString("state")),
        row.getInt("revision"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        new Author(row.getObject("asked_by", UUID.class), row.getString("asked_operator")),
        row.getString("reply"),
        when(row, "replied_at"),
        author(row, "replied"),
        when(row, "closed_at"),
        author(row, "closed"));
  }

  private static @Nullable Instant when(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Author author(ResultSet row, String deed) throws SQLException {
    UUID who = row.getObject(deed + "_by", UUID.class);
    return who == null ? null : new Author(who, row.getString(deed + "_operator"));
  }
}
