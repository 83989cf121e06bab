package org.openhersys.notification.municipality;

import java.time.LocalDate;

/**
 * A prefecture, municipality or ward with its 全国地方公共団体コード.
 *
 * @param code six digits
 * @param name its name; a ward's with that of its city
 * @param since first day in force, null when long ago
 * @param until last day in force, null when it still is
 * @param successor the code that took its place, null when there is none or more than one
 */
public record Municipality(
    String code, String name, LocalDate since, LocalDate until, String successor) {

  /** Whether the code stood for this place on the day. */
  public boolean inForceOn(LocalDate day) {
    return (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
  }
}
