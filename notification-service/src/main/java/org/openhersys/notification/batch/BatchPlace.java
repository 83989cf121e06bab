package org.openhersys.notification.batch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a page of batches ended. */
record BatchPlace(Instant begunAt, UUID id) {

  static BatchPlace of(List<String> parts) {
    return new BatchPlace(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
  }

  static String[] parts(Batch last) {
    return new String[] {last.begunAt().toString(), last.id().toString()};
  }
}
