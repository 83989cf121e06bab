package org.openhersys.tracking.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a page of the list ended. */
record HandoverPlace(Instant requestedAt, UUID id) {

  static HandoverPlace of(Handover last) {
    return new HandoverPlace(last.requestedAt(), last.id());
  }

  static HandoverPlace of(List<String> parts) {
    return new HandoverPlace(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
  }

  String[] parts() {
    return new String[] {requestedAt.toString(), id.toString()};
  }
}
