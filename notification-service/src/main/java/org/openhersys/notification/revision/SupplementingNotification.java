package org.openhersys.notification.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.json.Body;
import org.openhersys.api.json.BodyReader;
import org.openhersys.api.json.MergePatch;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.Severity;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.confirmation.Announcements;
import org.openhersys.notification.confirmation.Confirmation;
import org.openhersys.notification.confirmation.ConfirmationDeed;
import org.openhersys.notification.confirmation.Confirmations;
import org.openhersys.notification.duplicate.LookingForSamePerson;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.mail.MailKind;
import org.openhersys.notification.quality.CountingMissingItems;
import org.openhersys.notification.submission.KeptJson;
import org.openhersys.notification.submission.KeptNotification;
import org.openhersys.notification.submission.NotificationStore;

/**
 * 発生届の追加・修正: by the sender, whoever follows up meanwhile ([S4]), and by the health centres that may
 * write the case ([S3]): after a handover no longer the receiving one. What stands is never
 * overwritten: a change is a new revision, read by the form version of the first 報告.
 */
@Singleton
public class SupplementingNotification {
  private static final String OPERATION = "notification.supplement";

  private final AccountedAccess access;
  private final Confirmations confirmations;
  private final NotificationStore notifications;
  private final RevisionRecords revisions;
  private final LookingForSamePerson samePerson;
  private final ExaminingSupplement examining;
  private final Staleness staleness;
  private final Announcements announcements;
  private final CountingMissingItems missing;
  private final BodyReader bodies;
  private final KeptJson json;
  private final Clock clock;

  SupplementingNotification(
      AccountedAccess access,
      Confirmations confirmations,
      NotificationStore notifications,
      RevisionRecords revisions,
      LookingForSamePerson samePerson,
      ExaminingSupplement examining,
      Staleness staleness,
      Announcements announcements,
      CountingMissingItems missing,
      BodyReader bodies,
      KeptJson json,
      Clock clock) {
    this.access = access;
    this.confirmations = confirmations;
    this.notifications = notifications;
    this.revisions = revisions;
    this.samePerson = samePerson;
    this.examining = examining;
    this.staleness = staleness;
    this.announcements = announcements;
    this.missing = missing;
    this.bodies = bodies;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Merges the patch into the present document.
   *
   * @param ifMatch the tag of the notification that the caller saw
   * @return the notification as it then stands; unchanged where the patch changes nothing
   * @throws ProblemException 400 a field that the form does not have; 404 unseen, 403 only read;
   *     409 withdrawn or superseded; 428, 412 with the differences; 422 with every finding that
   *     refuses
   */
  KeptNotification supplement(
      Caller caller, UUID id, @Nullable String ifMatch, Body<ObjectNode> patch) {
    // Removing what the form does not have is a mistake too; the merged document would not show it.
    String attestedBy =
        bodies.<NotificationForm>read(patch.raw(), NotificationForm.class).value().attestedBy();
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          Confirmation held = confirmations.holdToChange(handle, id).requireCurrent();
          KeptNotification present = present(handle, id);
          ETags.requireMatch(ifMatch, present.tag(), () -> stale(handle, present, ifMatch));
          JsonNode before = json.tree(json.write(present.document()));
          Body<NotificationForm> merged = read(MergePatch.apply(before, patch.value()));
          if (!merged.findings().isEmpty() || differs(before, merged.value())) {
            revise(handle, caller, held, present, merged, attestedBy);
          }
          access.record(handle, caller, OPERATION, List.of(id, present.courseId()));
          return present(handle, id);
        });
  }

  private void revise(
      Handle handle,
      Caller caller,
      Confirmation held,
      KeptNotification present,
      Body<NotificationForm> merged,
      @Nullable String attestedBy) {
    Instant now = clock.instant();
    LocalDate today = Japan.day(now);
    NotificationForm form = merged.value();
    CategoryChange change = new CategoryChange(caller.role(), present.document(), form, attestedBy);
    List<Finding> warnings =
        accepted(
            examining.examine(
                handle,
                caller,
                present,
                merged,
                attestedBy,
                today,
                samePerson.look(handle, form, today, present.courseId())));
    int revision = present.revision() + 1;
    revisions.write(handle, caller, present.id(), revision, form, warnings, now);
    revisions.present(handle, present.id(), revision, form, today);
    missing.count(handle, present.id(), form, present.formVersion());
    announcements.event(
        handle, Announcements.Kind.NOTIFICATION_REVISED, present.id(), revision, now);
    if (change.happens()) {
      confirmations.move(handle, caller, held.of(revision), ConfirmationDeed.CHANGE_CATEGORY, now);
      announcements.mail(
          handle,
          MailKind.NOTIFICATION_RECEIVED,
          held.receivingCentre(),
          held,
          String.valueOf(revision));
    }
  }

  private static List<Finding> accepted(List<Finding> findings) {
    List<Finding> errors =
        findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw ProblemException.invalidContent(errors);
    }
    return findings;
  }

  // What was bound, not what was sent: a member that is null somewhere within a list changes
  // nothing.
  private boolean differs(JsonNode before, NotificationForm after) {
    return !Differences.between(before, json.tree(json.write(after))).isEmpty();
  }

  private Body<NotificationForm> read(JsonNode document) {
    return bodies.read(json.ascii(document), NotificationForm.class);
  }

  private KeptNotification present(Handle handle, UUID id) {
    return notifications.find(handle, id).orElseThrow(ProblemException::notFound);
  }

  private ProblemException stale(
      Handle handle, KeptNotification present, @Nullable String ifMatch) {
    Pattern tag = Pattern.compile("\"" + present.id() + "-([0-9]{1,9})\"");
    return staleness.problem(handle, present.id(), ifMatch, tag, present.revision(), present.tag());
  }
}
