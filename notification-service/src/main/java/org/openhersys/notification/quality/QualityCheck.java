package org.openhersys.notification.quality;

import java.time.Instant;
import java.util.UUID;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * 精度管理（要約）: a notification of the work list, without the person.
 *
 * @param id of the notification
 * @param submittedAt 初回報告日時
 * @param confirmedRevision the revision that the centre confirmed last
 * @param likelyDuplicates of the last turn; counted up to 10
 */
public record QualityCheck(
    UUID id,
    DiagnosisCategory category,
    Instant submittedAt,
    OrganisationReference sender,
    OrganisationReference receivingHealthCentre,
    QualityState state,
    int revision,
    int confirmedRevision,
    int openWarnings,
    int missingItems,
    int likelyDuplicates,
    int openQueries) {}
