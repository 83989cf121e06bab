package org.openhersys.notification.draft;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a page of drafts ended. */
record DraftPlace(Instant createdAt, UUID id) {

  static DraftPlace of(List<String> parts) {
    return new DraftPlace(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
  }

  static String[] parts(DraftSummary last) {
    return new String[] {last.createdAt().toString(), last.id().toString()};
  }
}
