package org.openhersys.notification.batch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;

/**
 * A batch in the hands of a worker.
 *
 * @param sender who has sent it, and for whom it is taken in
 * @param receivedAt the instant of 報告 of each row
 * @param position the last row that is done
 * @param findingsKept how many of its refused rows are kept so far
 * @param traceId of the request that brought it; null where it is not known
 */
record Job(
    UUID id,
    Caller sender,
    Instant receivedAt,
    int position,
    int findingsKept,
    @Nullable String traceId) {}
