package org.openhersys.identity.client;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A place in the list of clients: behind which one. */
record ClientPlace(OffsetDateTime createdAt, UUID id) {
  /** Before every client. */
  static final ClientPlace BEGIN =
      new ClientPlace(OffsetDateTime.parse("1970-01-01T00:00:00Z"), new UUID(0, 0));

  static ClientPlace of(ClientSummary client) {
    return new ClientPlace(client.createdAt(), client.id());
  }

  /** From the parts of a cursor. */
  static ClientPlace of(List<String> parts) {
    return new ClientPlace(OffsetDateTime.parse(parts.get(0)), UUID.fromString(parts.get(1)));
  }

  /** The parts of a cursor. */
  String[] parts() {
    return new String[] {createdAt.toString(), id.toString()};
  }
}
