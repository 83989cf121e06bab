package org.openhersys.notification.quality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a page of a list ended. */
record QualityPlace(Instant at, UUID id) {

  static QualityPlace of(List<String> parts) {
    return new QualityPlace(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
  }

  String[] parts() {
    return new String[] {at.toString(), id.toString()};
  }
}
