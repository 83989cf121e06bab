package org.openhersys.notification.worklist;

import java.text.Normalizer;
import org.openhersys.api.identifier.CheckDigit;

/**
 * スマホ入力ID as somebody types it off a mail or a slip: hyphens, dashes and white space where they
 * like, full-width digits too.
 *
 * @param digits what is left
 */
record TypedEntryId(String digits) {
  private static final int DIGITS = 12;

  static TypedEntryId of(String typed) {
    return new TypedEntryId(
        Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Pd}ー−]", ""));
  }

  /** Whether it has as many digits as an entry id, and nothing else. */
  boolean hasForm() {
    return digits.matches("[0-9]{" + DIGITS + "}");
  }

  /** Whether the last digit is right; a slip of the finger makes it wrong. */
  boolean checkDigitIsRight() {
    return CheckDigit.holds(digits);
  }

  /** {@code dddd-dddd-dddc}. */
  String usual() {
    return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
  }
}
