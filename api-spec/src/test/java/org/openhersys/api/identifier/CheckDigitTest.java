package org.openhersys.api.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class CheckDigitTest {

  @Example
  void theExampleOfDammsThesisHolds() {
    assertEquals(4, CheckDigit.of("572"));
    assertTrue(CheckDigit.holds("5724"));
  }

  @Property
  void oneWrongDigitIsCaught(
      @ForAll @NumericChars @StringLength(11) String digits,
      @ForAll @IntRange(max = 11) int place,
      @ForAll @IntRange(max = 9) int other) {
    String right = digits + CheckDigit.of(digits);
    Assume.that(right.charAt(place) - '0' != other);

    String wrong = right.substring(0, place) + other + right.substring(place + 1);

    assertFalse(CheckDigit.holds(wrong));
  }

  @Property
  void swappedNeighboursAreCaught(
      @ForAll @NumericChars @StringLength(11) String digits,
      @ForAll @IntRange(max = 10) int place) {
    String right = digits + CheckDigit.of(digits);
    Assume.that(right.charAt(place) != right.charAt(place + 1));

    String wrong =
        right.substring(0, place)
            + right.charAt(place + 1)
            + right.charAt(place)
            + right.substring(place + 2);

    assertFalse(CheckDigit.holds(wrong));
  }

  @Example
  void aSmartphoneEntryIdReadsBackAndAWrongOneIsRefused() {
    SmartphoneEntryId id = SmartphoneEntryId.random(new SecureRandom());
    char last = id.value().charAt(13);
    String wrong = id.value().substring(0, 13) + (char) (last == '9' ? '0' : last + 1);

    assertEquals(id, new SmartphoneEntryId(id.toString()));
    assertThrows(IllegalArgumentException.class, () -> new SmartphoneEntryId(wrong));
    assertThrows(IllegalArgumentException.class, () -> new SmartphoneEntryId("12345"));
  }
}
