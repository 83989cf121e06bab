package org.openhersys.notification.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;
import org.openhersys.notification.form.DiagnosisCategory;

/**
 * 診断分類の変更と診断年月日 ([S3]): another category is another diagnosis, with a date of its own. The date was
 * not changed with the category as long as the form has the date that it had in another category,
 * whatever else has been corrected since; changed back to that category, it belongs to it again.
 */
public final class DiagnosisDateUnchanged {
  static final LogicCheck CHECK =
      LogicCheck.beyond(
          34,
          "DIAGNOSIS_DATE_UNCHANGED",
          Severity.WARNING,
          "診断分類が変更されましたが、診断年月日が変更されていません。",
          "The category was changed, and the date of diagnosis was not.");

  private DiagnosisDateUnchanged() {}

  /**
   * Compares the categories.
   *
   * @param category of the form
   * @param datedAs the category in which the notification first had the form's date of diagnosis
   * @return a warning at {@code /diagnosisDate} where they differ
   */
  public static Optional<Finding> of(
      @Nullable DiagnosisCategory category, DiagnosisCategory datedAs) {
    return category == null || category == datedAs
        ? Optional.empty()
        : Optional.of(CHECK.at("/diagnosisDate"));
  }
}
