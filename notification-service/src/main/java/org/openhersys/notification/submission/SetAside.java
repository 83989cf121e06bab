package org.openhersys.notification.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 警告を確認済とした記録: who judged a warning, when and why.
 *
 * @param revision that was looked at
 * @param reason null where none was given
 */
public record SetAside(
    Instant at,
    OrganisationReference organisation,
    Author by,
    @Nullable String reason,
    int revision) {}
