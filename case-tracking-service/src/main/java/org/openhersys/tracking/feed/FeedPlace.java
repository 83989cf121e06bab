package org.openhersys.tracking.feed;

import java.util.List;
import java.util.UUID;
import org.openhersys.api.event.Position;

/**
 * How far a reader of the feed has come.
 *
 * @param generation a restore of the database bumps it: positions of another one mean nothing
 */
record FeedPlace(UUID generation, Position position) {

  static FeedPlace of(List<String> parts) {
    return new FeedPlace(
        UUID.fromString(parts.get(0)), new Position(parts.get(1), Long.parseLong(parts.get(2))));
  }

  String[] parts() {
    return new String[] {generation.toString(), position.xid(), Long.toString(position.sequence())};
  }
}
