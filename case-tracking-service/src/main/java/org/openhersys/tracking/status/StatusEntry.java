package org.openhersys.tracking.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openhersys.tracking.casefile.CurrentStatus;
import org.openhersys.tracking.organisation.Author;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * ステータスの履歴: who set which status when, and why.
 *
 * @param version counts from 1 within the case
 * @param reason or null
 */
public record StatusEntry(
    int version,
    CurrentStatus status,
    @Nullable String reason,
    Instant recordedAt,
    OrganisationReference organisation,
    Author recordedBy) {}
