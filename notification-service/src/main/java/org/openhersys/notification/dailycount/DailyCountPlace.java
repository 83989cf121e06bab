package org.openhersys.notification.dailycount;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Where a page of counts ended. */
record DailyCountPlace(LocalDate day, UUID id) {

  static DailyCountPlace of(List<String> parts) {
    return new DailyCountPlace(LocalDate.parse(parts.get(0)), UUID.fromString(parts.get(1)));
  }

  static String[] parts(DailyCount last) {
    return new String[] {last.date().toString(), last.id().toString()};
  }
}
