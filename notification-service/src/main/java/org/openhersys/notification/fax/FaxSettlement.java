package org.openhersys.notification.fax;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.submission.Author;

/**
 * 以前の処理: how a fax was settled before somebody put it back into the queue.
 *
 * @param state entered or closed
 * @param notificationId what it had become, which is withdrawn; null where it was closed
 * @param supplements the notification that it was said to supplement, or null
 * @param reason why it was put back
 */
public record FaxSettlement(
    FaxState state,
    @Nullable UUID notificationId,
    @Nullable FaxClosingReason closingReason,
    @Nullable String closingNote,
    @Nullable UUID supplements,
    Instant settledAt,
    Author settledBy,
    String reason,
    Instant reopenedAt,
    Author reopenedBy) {}
