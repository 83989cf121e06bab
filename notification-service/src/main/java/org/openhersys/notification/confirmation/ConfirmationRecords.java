package org.openhersys.notification.confirmation;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.OrganisationReference;

/** Confirmations, as far as the caller sees them (row-level security). */
@Singleton
public class ConfirmationRecords {

  /** Waits for whoever holds it; false where the caller may not change it or does not see it. */
  boolean lock(Handle handle, UUID notification) {
    return handle
        .createQuery(
            "select true from notification.confirmation where notification_id = :id for update")
        .bind("id", notification)
        .mapTo(Boolean.class)
        .findOne()
        .isPresent();
  }

  boolean sees(Handle handle, UUID notification) {
    return handle
        .createQuery("select exists (select from notification.notification where id = :id)")
        .bind("id", notification)
        .mapTo(Boolean.class)
        .one();
  }

  /** Whether the caller may at this moment, as the policies have it. */
  boolean maySupplement(Handle handle, UUID notification) {
    return handle
        .createQuery(
            """
            select notification.may_supplement(course_id, sender_organisation_id, receiving_organisation_id)
            from notification.notification where id = :id
            """)
        .bind("id", notification)
        .mapTo(Boolean.class)
        .one();
  }

  /** A statement of its own, behind the lock: it sees what the one before has left. */
  Confirmation present(Handle handle, UUID notification) {
    return handle
        .createQuery(
            """
            select n.id, n.course_id, co.smartphone_entry_id, n.sender_organisation_id, n.receiving_organisation_id,
                   c.state, c.superseded, c.version, n.revision
            from notification.confirmation c
            join notification.notification n on n.id = c.notification_id
            join notification.course co on co.id = n.course_id
            where c.notification_id = :id
            """)
        .bind("id", notification)
        .map((row, context) -> confirmation(row))
        .one();
  }

  void move(
      Handle handle,
      Caller caller,
      Confirmation held,
      ConfirmationDeed deed,
      ConfirmationState next,
      Instant now) {
    handle
        .createUpdate(
            """
            with moved as (
              update notification.confirmation set state = :state, version = version + 1
              where notification_id = :id
              returning notification_id, version, state)
            insert into notification.confirmation_entry
              (notification_id, version, deed, state, revision, recorded_at, organisation_id, principal_id, operator)
            select notification_id, version, :deed, state, :revision, :now, :organisation, :principal, :operator from moved
            """)
        .bind("id", held.notificationId())
        .bind("state", next.name())
        .bind("deed", deed.name())
        .bind("revision", held.revision())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("organisation", caller.organisationId())
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
  }

  /** Newest first. */
  public List<ConfirmationEntry> history(Handle handle, UUID notification) {
    return handle
        .createQuery(
            """
            select e.version, e.deed, e.state, e.revision, e.recorded_at, e.principal_id, e.operator, o.id, o.code, o.name
            from notification.confirmation_entry e
            join identity.organisation_directory o on o.id = e.organisation_id
            where e.notification_id = :id
            order by e.version desc
            """)
        .bind("id", notification)
        .map((row, context) -> entry(row))
        .list();
  }

  private static Confirmation confirmation(ResultSet row) throws SQLException {
    return new Confirmation(
        row.getObject("id", UUID.class),
        row.getObject("course_id", UUID.class),
        row.getString("smartphone_entry_id"),
        row.getObject("sender_organisation_id", UUID.class),
        row.getObject("receiving_organisation_id", UUID.class),
        ConfirmationState.valueOf(row.getString("state")),
        row.getBoolean("superseded"),
        row.getInt("version"),
        row.getInt("revision"));
  }

  private static ConfirmationEntry entry(ResultSet row) throws SQLException {
    return new ConfirmationEntry(
        row.getInt("version"),
        ConfirmationDeed.valueOf(row.getString("deed")),
        ConfirmationState.valueOf(row.getString("state")),
        row.getInt("revision"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new OrganisationReference(
            row.getObject("id", UUID.class), row.getString("code"), row.getString("name")),
        new Author(row.getObject("principal_id", UUID.class), row.getString("operator")));
  }
}
