package org.openhersys.notification.revision;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.check.Attestation;
import org.openhersys.notification.check.Examination;
import org.openhersys.notification.check.FaxVerdict;
import org.openhersys.notification.check.LogicChecks;
import org.openhersys.notification.check.TestsAtOnce;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.submission.KeptFinding;
import org.openhersys.notification.submission.KeptJson;
import org.openhersys.notification.submission.KeptNotification;

/** 追加・修正の確認: what a supplement is told, by the rules of the notification's own form version. */
@Singleton
public class ExaminingSupplement {
  private final RevisionRecords revisions;
  private final StandingFindings standing;
  private final KeptJson json;

  ExaminingSupplement(RevisionRecords revisions, StandingFindings standing, KeptJson json) {
    this.revisions = revisions;
    this.standing = standing;
    this.json = json;
  }

  /**
   * All that is to be said, errors and warnings.
   *
   * @param present the notification as it stands
   * @param after the form as it is to be, with what could not be read of it
   * @param attestedBy who attests a change of the category; null where nobody does
   * @param alike whether somebody who is likely the same person was notified elsewhere
   */
  public List<Finding> examine(
      Handle handle,
      Caller caller,
      KeptNotification present,
      Body<NotificationForm> after,
      @Nullable String attestedBy,
      LocalDate today,
      Optional<Finding> alike) {
    NotificationForm form = after.value();
    List<Finding> found =
        Stream.of(
                checks(handle, present, after, today).stream(),
                new CategoryChange(caller.role(), present.document(), form, attestedBy)
                    .findings().stream(),
                standing
                    .of(
                        handle,
                        present,
                        json.tree(json.write(present.document())),
                        form,
                        json.tree(json.write(form)))
                    .stream(),
                alike.stream(),
                TestsAtOnce.ofSupplement(present.document(), form).stream(),
                Attestation.ofSupplement(caller.role(), present.document(), form).stream())
            .flatMap(some -> some)
            .distinct()
            .toList();
    return present.faxReceivedOn() == null
        ? found
        : FaxVerdict.tolerating(
            found, present.findings().stream().map(KeptFinding::finding).toList());
  }

  private List<Finding> checks(
      Handle handle, KeptNotification present, Body<NotificationForm> after, LocalDate today) {
    return LogicChecks.examine(
        new Examination(
            after.value(),
            today,
            FormVersions.kept(present.formVersion()),
            reportedByFax(handle, present, after.value())),
        after.findings());
  }

  // A fax has reported what it said; another category is another report, which the form dates.
  private @Nullable LocalDate reportedByFax(
      Handle handle, KeptNotification present, NotificationForm form) {
    return present.faxReceivedOn() != null
            && revisions.firstCategory(handle, present.id()) == form.diagnosisCategory()
        ? present.faxReceivedOn()
        : null;
  }
}
