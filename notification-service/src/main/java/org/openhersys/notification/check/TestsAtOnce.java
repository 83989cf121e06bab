package org.openhersys.notification.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.form.Specimen;
import org.openhersys.notification.form.Test;
import org.openhersys.notification.form.TestMethod;

/**
 * 検査は一度に4回分まで ([S6]): the form has room for four results, so whoever sends more at once is told of
 * it. It never refuses: more than four is neither unreadable nor excluded by law, and to refuse a
 * notification, a 追加登録 or a correction for it would lose what nobody disputes. A record system
 * sends what it has, a list replaces a list, and a correction to a confirmed patient is a report,
 * too. Up to four at once, in as many supplements as are wanted, nothing is said; the list itself
 * is bounded by the table of items.
 */
public final class TestsAtOnce {
  /** What is told. */
  public static final LogicCheck CHECK =
      LogicCheck.beyond(
          0,
          "TOO_MANY_TESTS_AT_ONCE",
          Severity.WARNING,
          "検査が一度に4件を超えて入力されました（様式は4件分）。内容を確認してください。",
          "More than the four tests that the form has room for came at once. Please check them.");

  private static final int AT_ONCE = 4;

  private TestsAtOnce() {}

  /** A warning at {@code /tests} for a new notification with more. */
  public static Optional<Finding> ofSubmission(NotificationForm form) {
    return ofMore(tests(form).count());
  }

  /**
   * A warning at {@code /tests} for a change that brings more new ones; a corrected test is none.
   */
  public static Optional<Finding> ofSupplement(NotificationForm before, NotificationForm after) {
    Set<Sample> known = tests(before).map(Sample::of).collect(Collectors.toSet());
    return ofMore(tests(after).map(Sample::of).filter(test -> !known.contains(test)).count());
  }

  private static Stream<Test> tests(NotificationForm form) {
    return Objects.requireNonNullElse(form.tests(), List.<Test>of()).stream()
        .filter(Objects::nonNull);
  }

  /** What makes a test another test: its result may become known, and its spelling better. */
  private record Sample(
      @Nullable TestMethod method, @Nullable Specimen specimen, @Nullable LocalDate samplingDate) {
    static Sample of(Test test) {
      return new Sample(test.method(), test.specimen(), test.samplingDate());
    }
  }

  private static Optional<Finding> ofMore(long more) {
    return more > AT_ONCE ? Optional.of(CHECK.at("/tests")) : Optional.empty();
  }
}
