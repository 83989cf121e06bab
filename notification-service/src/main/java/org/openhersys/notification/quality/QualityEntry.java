package org.openhersys.notification.quality;

import java.time.Instant;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * 精度管理の経過: who did what when, upon which revision.
 *
 * @param version that it led to
 * @param state that it led to
 */
public record QualityEntry(
    int version,
    QualityDeed deed,
    QualityState state,
    int revision,
    Instant recordedAt,
    OrganisationReference organisation,
    Author recordedBy) {}
