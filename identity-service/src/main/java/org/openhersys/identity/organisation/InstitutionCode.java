package org.openhersys.identity.organisation;

import java.util.regex.Pattern;

/**
 * 医療機関コード: prefecture (2 digits), table (1), number (7), with a check digit by Luhn over all ten.
 * An institution without one has 9 and the last nine digits of its telephone number.
 */
public final class InstitutionCode {
  private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
  private static final char WITHOUT_CODE = '9';

  private InstitutionCode() {}

  /** Whether it consists of ten ASCII digits. */
  public static boolean hasForm(String code) {
    return TEN_DIGITS.matcher(code).matches();
  }

  /** Whether the last of ten digits is right; one made of a telephone number has no check digit. */
  public static boolean checkDigitIsRight(String tenDigits) {
    if (tenDigits.charAt(0) == WITHOUT_CODE) {
      return true;
    }
    int sum = 0;
    for (int i = 0; i < tenDigits.length(); i++) {
      int digit = (tenDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
  }
}
