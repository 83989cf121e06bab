package org.openhersys.notification.check;

import java.util.List;
import java.util.Optional;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.form.Test;

/** 検査は一度に4回分まで ([S6]): any number may stand in a notification, four come at once. */
public final class TestsAtOnce {
  private static final int AT_ONCE = 4;

  private TestsAtOnce() {}

  /** An error at {@code /tests} for a new notification with more. */
  public static Optional<Finding> ofSubmission(NotificationForm form) {
    return ofMore(size(form));
  }

  /** An error at {@code /tests} for a change that adds more. */
  public static Optional<Finding> ofSupplement(NotificationForm before, NotificationForm after) {
    return ofMore(size(after) - size(before));
  }

  private static int size(NotificationForm form) {
    List<Test> tests = form.tests();
    return tests == null ? 0 : tests.size();
  }

  private static Optional<Finding> ofMore(int more) {
    return more > AT_ONCE
        ? Optional.of(
            Finding.error(
                "/tests", "TOO_MANY_TESTS_AT_ONCE", "検査は一度に4件までです。", "At most four tests at once."))
        : Optional.empty();
  }
}
