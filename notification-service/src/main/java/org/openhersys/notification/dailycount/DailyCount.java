package org.openhersys.notification.dailycount;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openhersys.notification.form.Disease;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * 日別報告数, as a list shows it.
 *
 * @param date the day that was counted
 * @param reportedAt when it was first reported
 * @param recordedAt when its present revision was
 */
public record DailyCount(
    UUID id,
    LocalDate date,
    Disease disease,
    OrganisationReference reporter,
    List<BandCount> counts,
    int total,
    int revision,
    Instant reportedAt,
    Instant recordedAt) {}
