package org.openhersys.notification.quality;

import java.time.Instant;
import java.util.UUID;
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
    String pointer,
    String text,
    QueryState state,
    int revision,
    Instant askedAt,
    Author askedBy,
    String reply,
    Instant repliedAt,
    Author repliedBy,
    Instant closedAt,
    Author closedBy) {}
