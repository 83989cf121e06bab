package org.openhersys.notification.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    Role role, NotificationForm before, NotificationForm after, String attestedBy) {

  /** Whether there is one; a category that is missing is told by the checks. */
  boolean happens() {
    DiagnosisCategory category = after.diagnosisCategory();
    return category != null && category != before.diagnosisCategory();
  }

  /** What is to be said about it. */
  List<Finding> findings() {
    if (!happens()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    if (role == Role.CLERK) {
      findings.add(
          Finding.error(
              "/diagnosisCategory",
              "CATEGORY_IS_A_PHYSICIANS",
              "診断分類の変更は新たな報告となるため、医師が行ってください。",
              "Another category is another report, which a physician makes."));
    }
    Attestation.of(attestedBy).ifPresent(findings::add);
    if (after.diagnosisDate() != null
        && Objects.equals(before.diagnosisDate(), after.diagnosisDate())) {
      findings.add(
          Finding.warning(
              "/diagnosisDate",
              "DIAGNOSIS_DATE_UNCHANGED",
              "診断分類が変更されましたが、診断年月日が変更されていません。",
              "The category was changed, and the date of diagnosis was not."));
    }
    return findings;
  }
}
