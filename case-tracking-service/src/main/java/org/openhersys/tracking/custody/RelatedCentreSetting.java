package org.openhersys.tracking.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.time.Japan;

/**
 * 関係保健所の設定, as it is asked for.
 *
 * @param right needed
 * @param until the last day, in Japan; null for no end
 */
public record RelatedCentreSetting(@Nullable Right right, @Nullable LocalDate until) {

  /** What is wrong with it on that day. */
  List<Finding> findings(LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    if (right == null) {
      findings.add(Finding.error("/right", "REQUIRED", "権限を指定してください", "The right is required"));
    }
    if (until != null && until.isBefore(today)) {
      findings.add(over());
    }
    return findings;
  }

  /** What is asked for, when nothing is wrong with it. */
  Judged judged() {
    return new Judged(Objects.requireNonNull(right), end());
  }

  static Finding over() {
    return Finding.error("/until", "DATE_OVER", "期限日は本日以降です", "The last day is today or later");
  }

  /**
   * The instant at which the right ends: that day is the last one, to its end in Japan; null for
   * none.
   */
  @Nullable Instant end() {
    return until == null ? null : until.plusDays(1).atStartOfDay(Japan.ZONE).toInstant();
  }

  /** The last day of a right that ends then; null stays null. */
  static @Nullable LocalDate lastDay(@Nullable Instant end) {
    return end == null ? null : Japan.day(end).minusDays(1);
  }

  /**
   * The right is there.
   *
   * @param end the instant at which it ends; null for none
   */
  record Judged(Right right, @Nullable Instant end) {}
}
