package org.openhersys.notification.mail;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.submission.OrganisationReference;

/** Mails under the sight of a caller. */
@Singleton
class MailRecords {
  private static final String SHOWN =
      """
      select m.*, o.code, o.name from m join identity.organisation_directory o on o.id = m.recipient_organisation_id
      """;

  Optional<Mail> find(Handle handle, UUID id) {
    return handle
        .createQuery("with m as (select * from notification.mail where id = :id) " + SHOWN)
        .bind("id", id)
        .map((row, context) -> mail(row))
        .findOne();
  }

  /**
   * A page, newest first. Each state is read by an index of its own, no further than the page.
   *
   * @param recipient the organisation whose mails are meant, or null for all that the caller sees
   * @param place where the page before ended, or null for the first
   */
  List<Mail> page(
      Handle handle,
      @Nullable UUID recipient,
      List<MailState> states,
      @Nullable MailPlace place,
      int most) {
    String wanted =
        states.stream()
            .map(state -> ofState(state, recipient, place))
            .collect(Collectors.joining(" union all "));
    Query query =
        handle
            .createQuery(
                """
                with m as (select * from (%1$s) wanted order by created_at desc, id desc limit :most)
                %2$s order by m.created_at desc, m.id desc
                """
                    .formatted(wanted, SHOWN))
            .bind("most", most);
    if (recipient != null) {
      query.bind("recipient", recipient);
    }
    if (place != null) {
      query.bind("at", place.createdAt().atOffset(ZoneOffset.UTC)).bind("id", place.id());
    }
    return query.map((row, context) -> mail(row)).list();
  }

  private static String ofState(
      MailState state, @Nullable UUID recipient, @Nullable MailPlace place) {
    return """
        (select * from notification.mail where state = '%s' %s %s order by created_at desc, id desc limit :most)
        """
        .formatted(
            state.name(),
            recipient == null ? "" : "and recipient_organisation_id = :recipient",
            place == null ? "" : "and (created_at, id) < (:at, :id)");
  }

  /**
   * Puts a parked mail back to waiting ({@code notification.retry_mail}).
   *
   * @return false when there is no such mail that is parked
   */
  boolean retry(Handle handle, UUID id) {
    return handle
        .createQuery("select notification.retry_mail(:id)")
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  private static Mail mail(ResultSet row) throws SQLException {
    MailState state = MailState.valueOf(row.getString("state"));
    return new Mail(
        row.getObject("id", UUID.class),
        MailKind.valueOf(row.getString("kind")),
        new OrganisationReference(
            row.getObject("recipient_organisation_id", UUID.class),
            row.getString("code"),
            row.getString("name")),
        row.getObject("subject_id", UUID.class),
        row.getString("smartphone_entry_id"),
        state,
        row.getInt("attempts"),
        row.getString("failure"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        state == MailState.WAITING ? instant(row, "next_attempt_at") : null,
        instant(row, "sent_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
