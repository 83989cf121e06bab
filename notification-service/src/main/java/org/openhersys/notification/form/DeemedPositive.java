package org.openhersys.notification.form;

import java.time.LocalDate;
import java.util.Objects;

/**
 * みなし陽性: a suspected patient whom a physician diagnosed clinically, without a test, as a contact
 * with symptoms (厚生労働省事務連絡, 2022-01-24). Such a patient needs neither a test nor a hospital to be
 * notified.
 */
public final class DeemedPositive {
  /** First day of the rule. */
  private static final LocalDate FROM = LocalDate.of(2022, 1, 24);

  private DeemedPositive() {}

  /**
   * Whether the form says so and the law of the day knew of it.
   *
   * @param day of diagnosis or, while that is absent, of the report
   */
  public static boolean applies(NotificationForm form, LocalDate day) {
    return form.diagnosisCategory() == DiagnosisCategory.SUSPECTED
        && Boolean.TRUE.equals(
            Objects.requireNonNullElse(form.assessment(), Assessment.UNKNOWN).diagnosedAsContact())
        && !day.isBefore(FROM);
  }
}
