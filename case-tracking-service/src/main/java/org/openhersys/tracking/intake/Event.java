package org.openhersys.tracking.intake;

import java.util.UUID;
import org.openhersys.api.event.Position;

/**
 * A row of the outbox {@code notification.event}: that a notification changed. It holds no content;
 * the reader loads the present state.
 */
record Event(Position position, UUID notificationId) {}
