package org.openhersys.notification.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.http.ETags;
import org.openhersys.notification.form.Disease;
import org.openhersys.notification.form.NotificationForm;

/**
 * A notification as it is kept, in its present revision.
 *
 * @param number counts the notifications of the course, from 1
 * @param succeeds the notification that this one is a 追加登録 to, or null
 * @param supersededBy the current notification of the course, where this one is superseded and the
 *     caller may know of that; else null
 * @param withdrawal null while it is not withdrawn
 * @param faxReceivedOn FAX受信日, where it came by fax; else null
 * @param missing JSON pointers of what its form version still wants
 */
public record KeptNotification(
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
    List<KeptFinding> findings,
    List<String> missing) {

  /** The entity tag: a revision is what changes. */
  public String tag() {
    return ETags.strong(id, revision);
  }
}
