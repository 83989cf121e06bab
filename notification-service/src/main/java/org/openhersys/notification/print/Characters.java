package org.openhersys.notification.print;

import java.util.ArrayList;
import java.util.List;

/**
 * The characters of a text, as they are shown: a code point with the variation selectors (異体字セレクタ)
 * behind it. Joined, they are the text as it was typed.
 */
final class Characters {
  private Characters() {}

  static List<String> of(String text) {
    List<String> characters = new ArrayList<>();
    StringBuilder present = new StringBuilder();
    text.codePoints()
        .forEach(
            codePoint -> {
              if (!isSelector(codePoint) && !present.isEmpty()) {
                characters.add(present.toString());
                present.setLength(0);
              }
              present.appendCodePoint(codePoint);
            });
    if (!present.isEmpty()) {
      characters.add(present.toString());
    }
    return characters;
  }

  /** Standardised and ideographic variation selectors: they choose a form and have none. */
  static boolean isSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }
}
