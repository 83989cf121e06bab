package org.openhersys.notification.form;

import java.time.LocalDate;

/** 成年 (民法第4条): 18 years from 2022-04-01, 20 before. */
public final class Majority {
  private static final LocalDate AT_EIGHTEEN = LocalDate.of(2022, 4, 1);

  private Majority() {}

  /** Whether somebody born on {@code birthDate} is a minor (未成年) on {@code day}. */
  public static boolean isMinor(LocalDate birthDate, LocalDate day) {
    int ofAge = day.isBefore(AT_EIGHTEEN) ? 20 : 18;
    return birthDate.plusYears(ofAge).isAfter(day);
  }
}
