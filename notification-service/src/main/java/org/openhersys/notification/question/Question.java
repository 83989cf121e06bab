package org.openhersys.notification.question;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.submission.Author;

/**
 * 質問 of the receiving centre to the sender.
 *
 * @param number counts within the notification
 * @param pointer to the item of the form that is meant, or null for the whole
 * @param revision that it was asked about
 * @param answer null until it is answered
 * @param settledAt when it was answered or withdrawn; null while it is open
 */
public record Question(
    UUID id,
    int number,
    @Nullable String pointer,
    String text,
    QuestionState state,
    int revision,
    Instant askedAt,
    Author askedBy,
    @Nullable String answer,
    @Nullable Instant settledAt,
    @Nullable Author settledBy) {}
