package org.openhersys.notification.revision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Role;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.check.Attestation;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.NotificationForm;

/**
 * 診断分類の変更 in place ([S3]): another category is another report, which a physician attests anew. A
 * clerk types and supplements, and never reports ([S17]): whom a clerk names has not attested.
 *
 * @param role of who changes it; null for a record system
 * @param before the form as it stands
 * @param after the form as it is to be
 * @param attestedBy who attests, as the patch says it; null where it says nothing
 */
record CategoryChange(
    @Nullable Role role,
    NotificationForm before,
    NotificationForm after,
    @Nullable String attestedBy) {

  /** Whether there is one; a category that is missing is told by the checks. */
  boolean happens() {
    DiagnosisCategory category = after.diagnosisCategory();
    return category != null && category != before.diagnosisCategory();
  }

  /** What is to be said about it: a physician makes it, and who attests it is named anew. */
  List<Finding> findings() {
    return happens()
        ? Stream.of(byWhom(), Attestation.of(attestedBy)).flatMap(Optional::stream).toList()
        : List.of();
  }

  private Optional<Finding> byWhom() {
    return role == Role.CLERK
        ? Optional.of(Attestation.OF_A_PHYSICIAN.at("/diagnosisCategory"))
        : Optional.empty();
  }
}
