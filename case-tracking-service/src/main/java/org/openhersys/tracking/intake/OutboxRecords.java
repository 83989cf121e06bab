package org.openhersys.tracking.intake;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.event.Position;

/** The outbox of notification-service, and how far the reader {@code cases} has come in it. */
@Singleton
class OutboxRecords {

  /** Takes the reader's place for this transaction; empty while another instance holds it. */
  Optional<Position> takePlace(Handle handle) {
    return handle
        .createQuery(
            """
            select xid::text, sequence from tracking.reader_position where reader = 'cases' for update skip locked
            """)
        .map((row, context) -> new Position(row.getString(1), row.getLong(2)))
        .findOne();
  }

  /**
   * The next events in order. An event is only taken when no open transaction can still write one
   * before it.
   */
  List<Event> behind(Handle handle, Position place, int most) {
    return handle
        .createQuery(
            """
            select %s, aggregate_id from notification.event
            where %s order by %s limit :most
            """
                .formatted(Position.COLUMNS, Position.BEHIND_AND_SETTLED, Position.ORDER))
        .bind("xid", place.xid())
        .bind("sequence", place.sequence())
        .bind("most", most)
        .map(
            (row, context) ->
                new Event(
                    new Position(row.getString(1), row.getLong(2)), row.getObject(3, UUID.class)))
        .list();
  }

  void moveTo(Handle handle, Position place) {
    handle
        .createUpdate(
            """
            update tracking.reader_position set xid = cast(:xid as xid8), sequence = :sequence where reader = 'cases'
            """)
        .bind("xid", place.xid())
        .bind("sequence", place.sequence())
        .execute();
  }

  /**
   * Whether anything stands behind the reader's place. Takes no lock and no transaction id, so it
   * may be asked often.
   */
  boolean anythingWaits(Handle handle) {
    return oldestWaiting(handle).isPresent();
  }

  /**
   * When the first event behind the reader's place happened; also of one that is not settled yet.
   */
  Optional<OffsetDateTime> oldestWaiting(Handle handle) {
    return handle
        .createQuery(
            """
            select e.occurred_at from tracking.reader_position p
            cross join lateral
              (select occurred_at from notification.event
               where (xid, sequence) > (p.xid, p.sequence) order by xid, sequence limit 1) e
            where p.reader = 'cases'
            """)
        .mapTo(OffsetDateTime.class)
        .findOne();
  }
}
