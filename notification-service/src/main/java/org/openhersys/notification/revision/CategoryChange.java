package org.openhersys.notification.revision;

import java.util.Optional;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.check.Attestation;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.NotificationForm;

/**
 * 診断分類の変更 in place ([S3]): another category is another report, which a physician attests anew.
 *
 * @param before the form as it stands
 * @param after the form as it is to be
 * @param attestedBy who attests, as the patch says it; null where it says nothing
 */
record CategoryChange(NotificationForm before, NotificationForm after, String attestedBy) {

  /** Whether there is one; a category that is missing is told by the checks. */
  boolean happens() {
    DiagnosisCategory category = after.diagnosisCategory();
    return category != null && category != before.diagnosisCategory();
  }

  /** What is to be said about it: who attests it is named anew. */
  Optional<Finding> finding() {
    return happens() ? Attestation.of(attestedBy) : Optional.empty();
  }
}
