package org.openhersys.notification.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.Disease;
import org.openhersys.notification.form.NotificationForm;

/**
 * 発生届: a notification in its present revision, as it is shown.
 *
 * @param number counts the notifications of the course, from 1
 * @param succeeds the notification that this one is a 追加登録 to, or null
 * @param supersededBy the current notification of the course, where this one is superseded and the
 *     caller may know of that; else null
 * @param withdrawal null while it is not withdrawn
 * @param faxReceivedOn FAX受信日, where it came by fax; else null
 * @param missing JSON pointers of what its form version still wants
 */
public record Notification(
    UUID id,
    UUID courseId,
    String smartphoneEntryId,
    Disease disease,
    String formVersion,
    int revision,
    Standing standing,
    int number,
    @Nullable UUID succeeds,
    @Nullable UUID supersededBy,
    @Nullable Withdrawal withdrawal,
    List<SubmissionDate> submittedOn,
    @Nullable LocalDate faxReceivedOn,
    OrganisationReference sender,
    OrganisationReference receivingHealthCentre,
    Author enteredBy,
    @Nullable String attestedBy,
    NotificationForm document,
    List<NotificationFinding> findings,
    List<String> missing) {

  /** In the reader's language. */
  public static Notification of(KeptNotification kept, Locale language) {
    return new Notification(
        kept.id(),
        kept.courseId(),
        kept.smartphoneEntryId(),
        kept.disease(),
        kept.formVersion(),
        kept.revision(),
        kept.standing(),
        kept.number(),
        kept.succeeds(),
        kept.supersededBy(),
        kept.withdrawal(),
        kept.submittedOn(),
        kept.faxReceivedOn(),
        kept.sender(),
        kept.receivingHealthCentre(),
        kept.enteredBy(),
        kept.attestedBy(),
        kept.document(),
        kept.findings().stream().map(finding -> finding.in(language)).toList(),
        kept.missing());
  }
}
