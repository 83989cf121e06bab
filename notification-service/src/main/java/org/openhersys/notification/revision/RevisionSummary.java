package org.openhersys.notification.revision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * 改訂（要約）.
 *
 * @param differences JSON pointers of what differs from the revision before; empty for the first
 */
public record RevisionSummary(
    int revision,
    Instant recordedAt,
    OrganisationReference organisation,
    Author enteredBy,
    @Nullable String attestedBy,
    DiagnosisCategory category,
    List<String> differences) {}
