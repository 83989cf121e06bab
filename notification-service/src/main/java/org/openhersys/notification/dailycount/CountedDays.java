package org.openhersys.notification.dailycount;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.time.Japan;

/**
 * Which days are counted: in Japan's calendar, from the start of daily counts (2022-09-26, where a
 * prefecture started earlier its own day) to today.
 */
@Singleton
class CountedDays {
  private final LocalDate firstDay;
  private final Map<String, LocalDate> earlyStart;
  private final Clock clock;

  CountedDays(DailyCountSettings settings, Clock clock) {
    this.firstDay = settings.firstDay();
    this.earlyStart = settings.earlyStart();
    this.clock = clock;
  }

  /** Today in Japan. */
  LocalDate today() {
    return Japan.today(clock);
  }

  /** Why the day is not counted by a reporter of that prefecture. */
  List<Finding> findings(LocalDate day, @Nullable String prefecture) {
    LocalDate start = prefecture == null ? firstDay : earlyStart.getOrDefault(prefecture, firstDay);
    if (day.isAfter(today())) {
      return List.of(
          Finding.error("", "DAY_IN_FUTURE", "将来の日の報告はできません。", "The day is in the future."));
    }
    return day.isBefore(start)
        ? List.of(
            Finding.error(
                "",
                "DAY_BEFORE_START",
                "日別の報告は%sからです。".formatted(start),
                "Daily counts begin on %s.".formatted(start)))
        : List.of();
  }

  /** Whether anybody at all counts that day. */
  boolean isCounted(LocalDate day) {
    LocalDate first =
        Stream.concat(Stream.of(firstDay), earlyStart.values().stream())
            .min(LocalDate::compareTo)
            .orElseThrow();
    return !day.isAfter(today()) && !day.isBefore(first);
  }

  /** Whether every prefecture counts that day; else those of {@link #startedBy} alone. */
  boolean isCountedEverywhere(LocalDate day) {
    return !day.isBefore(firstDay);
  }

  /** The prefectures that had started earlier by that day. */
  List<String> startedBy(LocalDate day) {
    return earlyStart.entrySet().stream()
        .filter(start -> !start.getValue().isAfter(day))
        .map(Map.Entry::getKey)
        .toList();
  }
}
