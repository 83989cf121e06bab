package org.openhersys.tracking.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openhersys.tracking.casefile.HandoverState;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * 引継ぎの経過: a state that a handover took.
 *
 * @param reason or null
 * @param organisation by whom; null where time did it
 */
public record HandoverTurn(
    HandoverState state,
    @Nullable String reason,
    Instant recordedAt,
    @Nullable OrganisationReference organisation) {}
