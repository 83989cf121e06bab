package org.openhersys.notification.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.openhersys.api.identifier.SmartphoneEntryId;

class TypedEntryIdTest {

  @Property(tries = 200)
  void whatIsTypedWithGapsIsReadAsTheId(@ForAll @IntRange(max = 14) int place) {
    String id = SmartphoneEntryId.random(new SecureRandom()).value();

    TypedEntryId typed = TypedEntryId.of(id.substring(0, place) + " －　" + id.substring(place));

    assertTrue(typed.hasForm() && typed.checkDigitIsRight());
    assertEquals(id, typed.usual());
  }

  @Property(tries = 200)
  void oneWrongDigitIsAlwaysNoticed(
      @ForAll @IntRange(max = 11) int place, @ForAll @IntRange(min = 1, max = 9) int slip) {
    String digits = SmartphoneEntryId.random(new SecureRandom()).value().replace("-", "");
    int wrong = (digits.charAt(place) - '0' + slip) % 10;

    TypedEntryId typed =
        TypedEntryId.of(digits.substring(0, place) + wrong + digits.substring(place + 1));

    assertFalse(typed.checkDigitIsRight());
  }
}
