package org.openhersys.notification.confirmation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.notification.mail.MailKind;

/**
 * What others are told in the transaction of what happened: case-tracking by an event, an
 * organisation by mail; ids only.
 */
@Singleton
public class Announcements {

  /** What case-tracking is told of. */
  public enum Kind {
    NOTIFICATION_SUBMITTED,
    NOTIFICATION_CONFIRMED,
    NOTIFICATION_REVISED,
    NOTIFICATION_WITHDRAWN
  }

  /** Puts an event into the outbox. */
  public void event(Handle handle, Kind kind, UUID notification, int revision, Instant now) {
    handle
        .createUpdate(
            """
            insert into notification.event (kind, aggregate_id, aggregate_version, occurred_at)
            values (:kind, :id, :revision, :now)
            """)
        .bind("kind", kind.name())
        .bind("id", notification)
        .bind("revision", revision)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /**
   * Puts a mail into the outbox; the same one again changes nothing.
   *
   * @param occasion tells mails of one kind about one notification apart; at most 40 characters
   */
  public void mail(
      Handle handle, MailKind kind, UUID recipient, Confirmation about, String occasion) {
    handle
        .createQuery("select notification.post_mail(:kind, :to, :id, :occasion, :entryId)")
        .bind("kind", kind.name())
        .bind("to", recipient)
        .bind("id", about.notificationId())
        .bind("occasion", occasion)
        .bind("entryId", about.smartphoneEntryId())
        .map((row, context) -> Boolean.TRUE)
        .one();
  }
}
