package org.openhersys.notification.progress;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.confirmation.ConfirmationState;
import org.openhersys.notification.question.Question;
import org.openhersys.notification.submission.OrganisationReference;
import org.openhersys.notification.submission.Standing;
import org.openhersys.notification.submission.SubmissionDate;

/**
 * 届出の状況, for whoever sent it.
 *
 * @param standing whether it counts within its course of care
 * @param message the state in words, in the reader's language
 * @param revision the present one
 * @param receivedAt when it was first reported
 * @param confirmedRevision the revision that was confirmed last; null while none was
 * @param confirmedAt when that was; null while none was
 * @param openQuestions what the health centre waits for
 */
public record Progress(
    UUID id,
    String smartphoneEntryId,
    ConfirmationState state,
    Standing standing,
    String message,
    int revision,
    Instant receivedAt,
    List<SubmissionDate> submittedOn,
    OrganisationReference receivingHealthCentre,
    @Nullable Integer confirmedRevision,
    @Nullable Instant confirmedAt,
    List<Question> openQuestions) {}
