package org.openhersys.notification.form;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * The versions of the form (様式の版) with the first day of each. A notification is always read by the
 * rules of the version that was in force when it was first reported.
 */
public enum FormVersion {
  /** The base: the minimum set of [S5]. */
  OF_2020_10("2020-10", LocalDate.of(2020, 10, 1), true),
  /** Adds フリガナ, SpO2, vaccination. */
  OF_2021_02_10("2021-02-10", LocalDate.of(2021, 2, 10), true),
  /** Drops, among others, the method of diagnosis. */
  OF_2022_06_30("2022-06-30", LocalDate.of(2022, 6, 30), false),
  /** Adds a short form for patients of low risk. */
  OF_2022_08_04("2022-08-04", LocalDate.of(2022, 8, 4), false),
  /** Four groups only are notified by name. */
  OF_2022_09_26("2022-09-26", LocalDate.of(2022, 9, 26), false),
  /**
   * Class 5: no duty to notify by name any more. Who does so all the same gives the minimum set of
   * [S5].
   */
  OF_2023_05_08("2023-05-08", LocalDate.of(2023, 5, 8), true);

  private final String label;
  private final LocalDate from;
  private final boolean asksForTests;

  FormVersion(String label, LocalDate from, boolean asksForTests) {
    this.label = label;
    this.from = from;
    this.asksForTests = asksForTests;
  }

  /** What it is called in documents and in the contract, for example {@code 2020-10}. */
  public String label() {
    return label;
  }

  /** Whether the method of diagnosis is part of the minimum set. */
  public boolean asksForTests() {
    return asksForTests;
  }

  /** The version in force on a day in Japan; before all of them, the first. */
  public static FormVersion inForceOn(LocalDate day) {
    return Arrays.stream(values())
        .filter(version -> !version.from.isAfter(day))
        .max(Comparator.comparing(version -> version.from))
        .orElse(OF_2020_10);
  }

  /** The version of this label, if there is one. */
  public static Optional<FormVersion> labelled(String label) {
    return Arrays.stream(values()).filter(version -> version.label.equals(label)).findFirst();
  }
}
