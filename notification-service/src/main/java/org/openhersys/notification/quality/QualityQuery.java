package org.openhersys.notification.quality;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.submission.Author;

/**
 * 照会 of a step to the receiving health centre.
 *
 * @param number counts within the notification
 * @param pointer to the item of the form that is meant, or null for the whole
 * @param revision that it was asked about
 * @param reply null until the centre has replied
 * @param closedAt null until whoever asked is content
 */
public record QualityQuery(
    UUID id,
    UUID notificationId,
    int number,
    QualityStep step,
    @Nullable String pointer,
    String text,
    QueryState state,
    int revision,
    Instant askedAt,
    Author askedBy,
    @Nullable String reply,
    @Nullable Instant repliedAt,
    @Nullable Author repliedBy,
    @Nullable Instant closedAt,
    @Nullable Author closedBy) {}
