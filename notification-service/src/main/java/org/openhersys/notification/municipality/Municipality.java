package org.openhersys.notification.municipality;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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
    String code,
    String name,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    @Nullable String successor) {
  private static final String CITY = "市";

  /** Whether the code stood for this place on the day. */
  public boolean inForceOn(LocalDate day) {
    return (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
  }

  /**
   * Whether the two are the same place, or one lies in the other (a ward in its city, anything in
   * its prefecture), or the code was given up and the other stands in its place or in its city.
   */
  public boolean meets(Municipality other) {
    return code.equals(other.code)
        || contains(other)
        || other.contains(this)
        || other.code.equals(successor)
        || (until != null && samePrefecture(other) && city().equals(other.city()));
  }

  private boolean contains(Municipality other) {
    return samePrefecture(other)
        && (isPrefecture() || (name.endsWith(CITY) && other.name.startsWith(name)));
  }

  private boolean samePrefecture(Municipality other) {
    return code.substring(0, 2).equals(other.code.substring(0, 2));
  }

  private boolean isPrefecture() {
    return code.startsWith("000", 2);
  }

  /** Of a ward its city; of a city itself. */
  private String city() {
    return name.substring(0, name.indexOf(CITY) + 1);
  }
}
