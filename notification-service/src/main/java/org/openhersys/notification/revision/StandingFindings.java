package org.openhersys.notification.revision;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.check.DiagnosisDateUnchanged;
import org.openhersys.notification.check.SamePatient;
import org.openhersys.notification.check.TestsAtOnce;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.submission.KeptFinding;
import org.openhersys.notification.submission.KeptNotification;
import org.openhersys.notification.submission.NotificationStore;

/**
 * 残る警告: what is said of how a form came to be what it is, and not of what it says. No check of the
 * form alone finds it again; it stays until it is corrected or set aside all the same.
 */
@Singleton
class StandingFindings {
  /** They stand for as long as what they point at does. */
  private static final Set<String> OF_THEIR_VALUE =
      Set.of(TestsAtOnce.CHECK.code(), SamePatient.CHECK.code());

  private final NotificationStore notifications;
  private final RevisionRecords revisions;

  StandingFindings(NotificationStore notifications, RevisionRecords revisions) {
    this.notifications = notifications;
    this.revisions = revisions;
  }

  /**
   * All of them.
   *
   * @param present the revision before, with what it was told
   * @param before its document
   * @param form as it is to be
   * @param after the same as a document
   */
  List<Finding> of(
      Handle handle,
      KeptNotification present,
      JsonNode before,
      NotificationForm form,
      JsonNode after) {
    return Stream.of(
            unchanged(present, before, after),
            otherPatient(handle, present, form),
            diagnosisDate(handle, present, form).stream())
        .flatMap(found -> found)
        .distinct()
        .toList();
  }

  private static Stream<Finding> unchanged(
      KeptNotification present, JsonNode before, JsonNode after) {
    return present.findings().stream()
        .map(KeptFinding::finding)
        .filter(finding -> OF_THEIR_VALUE.contains(finding.code()))
        .filter(finding -> before.at(finding.pointer()).equals(after.at(finding.pointer())));
  }

  /**
   * Another value may be wrong, too; where the former notification is out of sight nobody knows.
   */
  private Stream<Finding> otherPatient(
      Handle handle, KeptNotification present, NotificationForm form) {
    return Optional.ofNullable(present.succeeds())
        .flatMap(former -> notifications.find(handle, former))
        .stream()
        .flatMap(former -> SamePatient.findings(former.document(), form).stream());
  }

  private Optional<Finding> diagnosisDate(
      Handle handle, KeptNotification present, NotificationForm form) {
    LocalDate date = form.diagnosisDate();
    return date == null
        ? Optional.empty()
        : revisions
            .datedAs(handle, present.id(), date)
            .flatMap(category -> DiagnosisDateUnchanged.of(form.diagnosisCategory(), category));
  }
}
