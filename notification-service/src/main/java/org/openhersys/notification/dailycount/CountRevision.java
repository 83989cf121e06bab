package org.openhersys.notification.dailycount;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * 修正の履歴: what a count said at a time.
 *
 * @param reason of a correction by the local government, else null
 */
public record CountRevision(
    int revision,
    List<BandCount> counts,
    int total,
    @Nullable String reason,
    Instant recordedAt,
    OrganisationReference organisation,
    Author recordedBy) {}
