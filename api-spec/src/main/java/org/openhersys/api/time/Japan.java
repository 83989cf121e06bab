package org.openhersys.api.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Dates of the field are days of Japan's calendar, wherever a server stands. */
public final class Japan {
  /** UTC+9, no daylight saving. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private Japan() {}

  /** Today in Japan. */
  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  /** The day in Japan on which something happened. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }
}
