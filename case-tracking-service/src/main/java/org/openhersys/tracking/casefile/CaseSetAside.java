package org.openhersys.tracking.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openhersys.tracking.organisation.Author;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * 警告を確認済とした記録: who judged a warning, when and why.
 *
 * @param reason null where none was given
 * @param revision that was looked at
 */
public record CaseSetAside(
    Instant at,
    OrganisationReference organisation,
    Author by,
    @Nullable String reason,
    int revision) {}
