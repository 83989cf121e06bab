package org.openhersys.notification.submission;

import java.time.Instant;

/**
 * 警告を確認済とした記録: who judged a warning, when and why.
 *
 * @param revision that was looked at
 * @param reason null where none was given
 */
public record SetAside(
    Instant at, OrganisationReference organisation, Author by, String reason, int revision) {}
