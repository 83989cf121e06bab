package org.openhersys.notification.fax;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Where a page of faxes ended. */
record FaxPlace(LocalDate receivedOn, Instant registeredAt, UUID id) {

  static FaxPlace of(List<String> parts) {
    return new FaxPlace(
        LocalDate.parse(parts.get(0)), Instant.parse(parts.get(1)), UUID.fromString(parts.get(2)));
  }

  static String[] parts(KeptFax last) {
    return new String[] {
      last.receivedOn().toString(), last.registeredAt().toString(), last.id().toString()
    };
  }
}
