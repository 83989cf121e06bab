package org.openhersys.notification.form;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * 年齢, with months while the years are 0.
 *
 * @param years completed years
 * @param months completed months beyond the years; only looked at while the years are 0
 */
public record Age(@Nullable Integer years, @Nullable Integer months) {

  /** The age on {@code day} of somebody born on {@code birthDate}, which is not after it. */
  public static Age on(LocalDate day, LocalDate birthDate) {
    Period lived = Period.between(birthDate, day);
    return new Age(lived.getYears(), lived.getYears() == 0 ? lived.getMonths() : null);
  }

  /**
   * Whether this, as given, says something else than {@code computed}; what is left out says
   * nothing.
   */
  public boolean contradicts(Age computed) {
    boolean otherYears = years != null && !years.equals(computed.years);
    boolean otherMonths =
        months != null && computed.months != null && !months.equals(computed.months);
    return otherYears || otherMonths;
  }
}
