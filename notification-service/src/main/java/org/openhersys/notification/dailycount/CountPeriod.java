package org.openhersys.notification.dailycount;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;

/** Days that are looked at, both within: at most 93; when nothing is said, the 31 up to today. */
record CountPeriod(LocalDate from, LocalDate to) {
  private static final int MOST_DAYS = 93;
  private static final int USUAL_DAYS = 31;
  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  /**
   * @param from query parameter, or null
   * @param to query parameter, or null
   * @throws ProblemException 422 with all that is wrong
   */
  static CountPeriod of(@Nullable String from, @Nullable String to, LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    LocalDate last = to == null ? today : day(to, "to", findings);
    LocalDate usual = last == null ? null : last.minusDays(USUAL_DAYS - 1L);
    LocalDate first = from == null ? usual : day(from, "from", findings);
    if (first != null && last != null && (first.isAfter(last) || days(first, last) > MOST_DAYS)) {
      findings.add(
          Finding.error(
              "",
              "PERIOD_OUT_OF_BOUNDS",
              "期間は1日から%d日までです。".formatted(MOST_DAYS),
              "A period has 1 to %d days.".formatted(MOST_DAYS)));
    }
    if (first == null || last == null || !findings.isEmpty()) {
      throw ProblemException.invalidContent(findings);
    }
    return new CountPeriod(first, last);
  }

  /**
   * A day that is asked for.
   *
   * @param text query parameter, or null for today
   * @throws ProblemException 422 when it is none
   */
  static LocalDate day(@Nullable String text, String parameter, LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    LocalDate day = text == null ? today : day(text, parameter, findings);
    if (day == null) {
      throw ProblemException.invalidContent(findings);
    }
    return day;
  }

  /** The period as one text, for the cursor. */
  String text() {
    return from + "/" + to;
  }

  private static long days(LocalDate first, LocalDate last) {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  private static @Nullable LocalDate day(String text, String parameter, List<Finding> findings) {
    try {
      if (text.matches(DAY)) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException none) {
      // Such as 2022-02-30: told below.
    }
    findings.add(
        Finding.error(
            "",
            "DATE_UNREADABLE",
            "%sはYYYY-MM-DDの日付です。".formatted(parameter),
            "%s is a date, YYYY-MM-DD.".formatted(parameter)));
    return null;
  }
}
