package org.openhersys.notification.batch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.submission.Author;

/**
 * 一括届出: a job as it is at one moment. Holds nothing of people.
 *
 * @param received rows that came
 * @param withFindings rows, stored or refused, about which something was found
 * @param findingsOmitted findings of refused rows that were too many to be kept
 * @param remaining rows that are not processed
 * @param receivedAt when the body was whole, the instant of 報告 of each row; null before
 * @param startedAt null before
 * @param delayedBy why it is not taken in now; null where it is, or has ended
 * @param nextAttemptAt when that is tried again; null likewise
 * @param endedAt when it was done, cancelled or stopped; null before
 */
public record Batch(
    UUID id,
    BatchState state,
    int received,
    int stored,
    int refused,
    int withFindings,
    int findingsOmitted,
    int remaining,
    Author sentBy,
    Instant begunAt,
    @Nullable Instant receivedAt,
    @Nullable Instant startedAt,
    @Nullable BatchDelay delayedBy,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant endedAt) {}
