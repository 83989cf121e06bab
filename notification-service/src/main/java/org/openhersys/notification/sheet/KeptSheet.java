package org.openhersys.notification.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.http.ETags;
import org.openhersys.notification.confirmation.Confirmation;
import org.openhersys.notification.confirmation.ConfirmationEntry;
import org.openhersys.notification.confirmation.ConfirmationState;
import org.openhersys.notification.form.Disease;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.question.Question;
import org.openhersys.notification.submission.KeptFinding;
import org.openhersys.notification.submission.OrganisationReference;
import org.openhersys.notification.submission.Standing;
import org.openhersys.notification.submission.SubmissionDate;

/**
 * What a notification is confirmed by, as it is kept.
 *
 * @param faxReceivedOn FAX受信日, where it came by fax; else null
 * @param faxId the fax, where the caller may see it; else null
 * @param entering of the present revision
 * @param enteredUnconfirmed who entered the present revision and all others since the one that was
 *     last confirmed
 * @param changedAt since when it says something else than what was confirmed; null while it does
 *     not
 * @param version of the confirmation
 * @param samePersonMayConfirm setting of the receiving centre
 * @param courseCase the course's case, or null where the caller does not see it
 */
record KeptSheet(
    UUID id,
    UUID courseId,
    String smartphoneEntryId,
    Disease disease,
    String formVersion,
    int revision,
    Standing standing,
    List<SubmissionDate> submittedOn,
    @Nullable LocalDate faxReceivedOn,
    @Nullable UUID faxId,
    OrganisationReference sender,
    OrganisationReference receivingHealthCentre,
    Entering entering,
    List<Entering> enteredUnconfirmed,
    Instant enteredAt,
    @Nullable String attestedBy,
    NotificationForm document,
    List<KeptFinding> findings,
    ConfirmationState state,
    @Nullable Instant changedAt,
    int version,
    boolean samePersonMayConfirm,
    @Nullable SheetCase courseCase,
    List<ConfirmationEntry> history,
    List<Question> questions) {

  String tag() {
    return Confirmation.tag(revision, version);
  }

  /** The entity tag of the notification itself. */
  String notificationTag() {
    return ETags.strong(id, revision);
  }

  /** What is looked at with it, for the access log. */
  List<UUID> subjects() {
    return courseCase == null ? List.of(id, courseId) : List.of(id, courseId, courseCase.id());
  }
}
