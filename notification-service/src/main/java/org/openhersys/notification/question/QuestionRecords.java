package org.openhersys.notification.question;

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
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.notification.confirmation.Confirmation;
import org.openhersys.notification.submission.Author;

/** Questions, as far as the caller sees them (row-level security). */
@Singleton
public class QuestionRecords {
  private static final String SHOWN =
      """
      select id, number, pointer, text, state, revision, asked_at, asked_by, asked_operator,
             answer, settled_at, settled_by, settled_operator
      from notification.question where notification_id = :notification
      """;

  /** All about the notification, in the order they were asked. */
  public List<Question> of(Handle handle, UUID notification) {
    return handle
        .createQuery(SHOWN + " order by number")
        .bind("notification", notification)
        .map((row, context) -> question(row))
        .list();
  }

  Optional<Question> find(Handle handle, UUID notification, UUID id) {
    return handle
        .createQuery(SHOWN + " and id = :id")
        .bind("notification", notification)
        .bind("id", id)
        .map((row, context) -> question(row))
        .findOne();
  }

  /**
   * Adds questions behind those that stand; the confirmation is held, so numbers are not taken
   * twice.
   */
  void add(Handle handle, Caller caller, Confirmation held, List<QuestionItem> items, Instant now) {
    int number =
        handle
            .createQuery(
                "select coalesce(max(number), 0) from notification.question where notification_id = :id")
            .bind("id", held.notificationId())
            .mapTo(int.class)
            .one();
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into notification.question
              (id, notification_id, number, pointer, text, revision, asked_at, asked_organisation_id, asked_by, asked_operator)
            values (:id, :notification, :number, :pointer, :text, :revision, :now, :organisation, :principal, :operator)
            """);
    for (QuestionItem item : items) {
      number++;
      batch
          .bind("id", Uuids.next())
          .bind("notification", held.notificationId())
          .bind("number", number)
          .bind("pointer", item.pointer())
          .bind("text", item.text())
          .bind("revision", held.revision())
          .bind("now", now.atOffset(ZoneOffset.UTC))
          .bind("organisation", caller.organisationId())
          .bind("principal", caller.principalId())
          .bind("operator", caller.operator())
          .add();
    }
    batch.execute();
  }

  /**
   * Settles an open question.
   *
   * @param answer null where it is withdrawn
   */
  void settle(Handle handle, Caller caller, UUID id, @Nullable String answer, Instant now) {
    handle
        .createUpdate(
            """
            update notification.question
            set state = :state, answer = :answer, settled_at = :now, settled_organisation_id = :organisation,
                settled_by = :principal, settled_operator = :operator
            where id = :id
            """)
        .bind("id", id)
        .bind("state", (answer == null ? QuestionState.WITHDRAWN : QuestionState.ANSWERED).name())
        .bind("answer", answer)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("organisation", caller.organisationId())
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
  }

  private static Question question(ResultSet row) throws SQLException {
    OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
    return new Question(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getString("pointer"),
        row.getString("text"),
        QuestionState.valueOf(row.getString("state")),
        row.getInt("revision"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        new Author(row.getObject("asked_by", UUID.class), row.getString("asked_operator")),
        row.getString("answer"),
        settledAt == null ? null : settledAt.toInstant(),
        settledAt == null
            ? null
            : new Author(
                row.getObject("settled_by", UUID.class), row.getString("settled_operator")));
  }
}
