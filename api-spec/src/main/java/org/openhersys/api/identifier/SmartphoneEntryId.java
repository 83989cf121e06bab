package org.openhersys.api.identifier;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * スマホ入力ID: names a course of care to people who may not see a name; it stands in mails and on the
 * slip a patient gets. Eleven random digits and a check digit, {@code dddd-dddd-dddc}.
 */
public record SmartphoneEntryId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}");
  private static final long BOUND = 100_000_000_000L;

  /**
   * @throws IllegalArgumentException when the form or the check digit is wrong
   */
  public SmartphoneEntryId {
    if (!FORM.matcher(value).matches() || !CheckDigit.holds(value.replace("-", ""))) {
      throw new IllegalArgumentException("not a smartphone entry id");
    }
  }

  /**
   * A new one. Not guaranteed unique: the database's unique index decides, the caller tries again.
   */
  public static SmartphoneEntryId random(SecureRandom random) {
    // The leading 1 keeps the zeros; a format would cost a twentieth of a submission.
    String digits = Long.toString(BOUND + random.nextLong(BOUND)).substring(1);
    String all = digits + CheckDigit.of(digits);
    return new SmartphoneEntryId(
        all.substring(0, 4) + "-" + all.substring(4, 8) + "-" + all.substring(8));
  }

  @Override
  public String toString() {
    return value;
  }
}
