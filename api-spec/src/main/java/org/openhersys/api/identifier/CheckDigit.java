package org.openhersys.api.identifier;

/**
 * The check digit of ids that people read aloud and type: Damm's algorithm (2004), which catches
 * every single wrong digit and every swap of neighbours.
 */
public final class CheckDigit {
  private static final int[][] QUASIGROUP = {
    {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
    {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
    {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
    {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
    {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
    {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
    {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
    {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
    {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
    {2, 5, 8, 1, 4, 3, 6, 7, 9, 0},
  };

  private CheckDigit() {}

  /**
   * The digit to append.
   *
   * @param digits ASCII digits only
   * @throws IllegalArgumentException when anything else is in it
   */
  public static int of(String digits) {
    int interim = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("digits only");
      }
      interim = QUASIGROUP[interim][digit];
    }
    return interim;
  }

  /** Whether the last digit is the check digit of those before it. */
  public static boolean holds(String digitsWithCheck) {
    return digitsWithCheck.matches("[0-9]{2,}") && of(digitsWithCheck) == 0;
  }
}
