package org.openhersys.notification.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.confirmation.ConfirmationState;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.submission.OrganisationReference;
import org.openhersys.notification.submission.Standing;

/**
 * 発生届（要約）.
 *
 * @param submittedOn 提出日 of the present category
 * @param enteredByReceivingHealthCentre whether the centre entered the present revision itself
 * @param changedAt since when it says something else than what was confirmed; null while it does
 *     not
 */
public record NotificationSummary(
    UUID id,
    String smartphoneEntryId,
    DiagnosisCategory category,
    NotifiedPerson patient,
    Instant submittedAt,
    LocalDate submittedOn,
    OrganisationReference sender,
    boolean enteredByReceivingHealthCentre,
    int openWarnings,
    int openQuestions,
    ConfirmationState state,
    @Nullable Instant changedAt,
    Standing standing,
    int revision) {}
