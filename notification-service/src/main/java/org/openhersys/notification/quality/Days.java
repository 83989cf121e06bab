package org.openhersys.notification.quality;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.time.Japan;

/** 期間: days of the first 報告 in Japan's calendar, both included; at most 366. */
record Days(LocalDate from, LocalDate to) {
  private static final int MOST = 366;
  private static final long USUAL = 30;
  private static final int LENGTH = "YYYY-MM-DD".length();
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  /**
   * Reads them from query parameters.
   *
   * @param from the last thirty days when null
   * @param to today when null
   * @throws ProblemException 422 when one is no day, or the range is reversed or longer
   */
  static Days parse(@Nullable String from, @Nullable String to, LocalDate today) {
    LocalDate last = to == null ? today : day("to", to);
    Days days = new Days(from == null ? last.minusDays(USUAL - 1) : day("from", from), last);
    if (days.to.isBefore(days.from) || ChronoUnit.DAYS.between(days.from, days.to) >= MOST) {
      throw ProblemException.invalidContent(
          "",
          "RANGE_OUT_OF_BOUNDS",
          "期間は366日以内で、終わりは始め以降にしてください",
          "The range is at most 366 days, and does not end before it begins");
    }
    return days;
  }

  OffsetDateTime start() {
    return from.atStartOfDay(Japan.ZONE).toOffsetDateTime();
  }

  OffsetDateTime end() {
    return to.plusDays(1).atStartOfDay(Japan.ZONE).toOffsetDateTime();
  }

  private static LocalDate day(String parameter, String text) {
    try {
      if (text.length() == LENGTH && !text.startsWith("0000")) {
        return LocalDate.parse(text, FORM);
      }
    } catch (DateTimeParseException unreadable) {
      throw unreadable(parameter);
    }
    throw unreadable(parameter);
  }

  private static ProblemException unreadable(String parameter) {
    return ProblemException.invalidContent(
        "",
        "DATE_UNREADABLE",
        parameter + "はYYYY-MM-DDの形式で指定してください",
        parameter + " is written as YYYY-MM-DD");
  }
}
