package org.openhersys.notification.confirmation;

import java.time.Instant;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * 確認の経過: who did what when, upon which revision.
 *
 * @param version that it led to
 * @param state that it led to
 */
public record ConfirmationEntry(
    int version,
    ConfirmationDeed deed,
    ConfirmationState state,
    int revision,
    Instant recordedAt,
    OrganisationReference organisation,
    Author recordedBy) {}
