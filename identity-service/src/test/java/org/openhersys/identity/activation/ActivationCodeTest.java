package org.openhersys.identity.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ActivationCodeTest {
  private final ActivationCode code = ActivationCode.random(new SecureRandom());

  @Test
  void itIsShownInSevenGroupsWithoutLettersThatLookLikeOthers() {
    assertTrue(code.shown().matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}"));
  }

  @Test
  void itIsTheSameHoweverItIsTyped() {
    String shown = code.shown();
    for (String typed :
        List.of(
            shown,
            shown.toLowerCase(Locale.ROOT),
            shown.replace("-", ""),
            shown.replace("-", " "),
            " " + shown + "\n",
            shown.replace("-", "－"),
            shown.replace("-", "ー"),
            shown.replace('0', 'o').replace('1', 'l'),
            shown.replace('0', 'O').replace('1', 'I'),
            fullWidth(shown))) {
      assertEquals(Optional.of(code), ActivationCode.typed(typed), typed);
    }
  }

  @Test
  void whatIsNoCodeIsNone() {
    for (String typed :
        List.of("", "-", code.shown() + "0", code.characters().substring(1), "架空")) {
      assertFalse(ActivationCode.typed(typed).isPresent(), typed);
    }
  }

  @Test
  void itDoesNotTellItselfToALog() {
    assertFalse(code.toString().contains(code.characters()));
  }

  @Property
  boolean anyTextIsReadWithoutAFault(@ForAll String typed) {
    return ActivationCode.typed(typed).map(read -> read.characters().length() == 28).orElse(true);
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    return wide.toString();
  }
}
