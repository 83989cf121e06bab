package org.openhersys.notification.worklist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a page of a list ended. */
record NotificationPlace(Instant at, UUID id) {

  static NotificationPlace of(NotificationSummary last) {
    return new NotificationPlace(last.submittedAt(), last.id());
  }

  static NotificationPlace of(List<String> parts) {
    return new NotificationPlace(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
  }

  String[] parts() {
    return new String[] {at.toString(), id.toString()};
  }
}
