package org.openhersys.notification.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a rule of a form version holds.
 *
 * @param first null where it never holds
 * @param last null while it holds
 */
public record Days(@Nullable LocalDate first, @Nullable LocalDate last) {
  private static final Days NONE = new Days(null, null);

  /** As a cell of the table says it: {@code -}, or both days with a slash between. */
  static Days of(String cell) {
    if (cell.equals("-")) {
      return NONE;
    }
    String[] days = cell.split("/", -1);
    return new Days(LocalDate.parse(days[0]), days[1].isEmpty() ? null : LocalDate.parse(days[1]));
  }

  /** Whether the rule holds on that day. */
  public boolean include(LocalDate day) {
    return first != null && !day.isBefore(first) && (last == null || !day.isAfter(last));
  }
}
