package org.openhersys.tracking.custody;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.tracking.organisation.Author;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * 担当・関係の履歴の一件: what became of one ground of one centre.
 *
 * @param right null where the ground ended
 * @param until the end that was set, or null
 * @param endedAt when this was changed or ended; null while it stands, and where the ground ended
 * @param reason or null
 * @param handoverId or null
 * @param byOrganisation null where time did it; so is {@code recordedBy}
 */
public record CustodyEntry(
    OrganisationReference organisation,
    CustodyGround ground,
    @Nullable Right right,
    @Nullable Instant until,
    @Nullable Instant endedAt,
    CustodyAct act,
    @Nullable String reason,
    @Nullable UUID handoverId,
    Instant recordedAt,
    @Nullable OrganisationReference byOrganisation,
    @Nullable Author recordedBy) {}
