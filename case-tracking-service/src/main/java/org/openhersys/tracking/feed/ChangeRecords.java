package org.openhersys.tracking.feed;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.event.Position;

/** The rows of the feed, a row for each organisation that a change is told to. */
@Singleton
class ChangeRecords {

  UUID generation(Handle handle) {
    return handle
        .createQuery("select generation from tracking.feed_generation")
        .mapTo(UUID.class)
        .one();
  }

  /**
   * The organisation's next rows. One is only shown when no open transaction can still write one
   * before it.
   */
  List<Change> behind(Handle handle, UUID organisation, Position position, int most) {
    return handle
        .createQuery(
            """
            select %s, case_id from tracking.change
            where organisation_id = :organisation and %s order by %s limit :most
            """
                .formatted(Position.COLUMNS, Position.BEHIND_AND_SETTLED, Position.ORDER))
        .bind("organisation", organisation)
        .bind("xid", position.xid())
        .bind("sequence", position.sequence())
        .bind("most", most)
        .map(
            (row, context) ->
                new Change(
                    new Position(row.getString(1), row.getLong(2)), row.getObject(3, UUID.class)))
        .list();
  }

  /** That something about a case changed; what, is read from the case. */
  record Change(Position position, UUID caseId) {}
}
