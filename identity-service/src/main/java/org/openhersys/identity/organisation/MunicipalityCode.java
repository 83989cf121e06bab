package org.openhersys.identity.organisation;

import java.util.regex.Pattern;

/** The form of a 全国地方公共団体コード (JIS X 0401 and 0402 with a check digit). */
public final class MunicipalityCode {
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

  private MunicipalityCode() {}

  /** Whether it consists of six ASCII digits. */
  public static boolean hasForm(String code) {
    return SIX_DIGITS.matcher(code).matches();
  }

  /**
   * Whether the last of six digits is right: with digits a–e and {@code s = 6a+5b+4c+3d+2e} it is
   * {@code (11 − s mod 11) mod 10}.
   */
  public static boolean checkDigitIsRight(String sixDigits) {
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += (6 - i) * (sixDigits.charAt(i) - '0');
    }
    return (11 - sum % 11) % 10 == sixDigits.charAt(5) - '0';
  }
}
