package org.openhersys.notification.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a page of the list ended. */
record MailPlace(Instant createdAt, UUID id) {

  static MailPlace of(Mail last) {
    return new MailPlace(last.createdAt(), last.id());
  }

  static MailPlace of(List<String> parts) {
    return new MailPlace(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
  }

  String[] parts() {
    return new String[] {createdAt.toString(), id.toString()};
  }
}
