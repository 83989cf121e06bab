package org.openhersys.notification.dailycount;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.Map;

/**
 * Which days are counted and how long counts are corrected ({@code hersys.daily-count.*}); the
 * values stand in application.properties.
 */
@ConfigMapping(prefix = "hersys.daily-count")
interface DailyCountSettings {

  /** The first day that is counted. */
  LocalDate firstDay();

  /** The first day of prefectures that started earlier, by their codes (JIS X 0401, two digits). */
  Map<String, LocalDate> earlyStart();

  /** How many days after the day of the first report the local government may correct. */
  int correctionDays();
}
