package org.openhersys.notification.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A header's text as encoded words (RFC 2047), folded with CRLF. The mail client folds with a bare
 * LF, which servers refuse (RFC 5321 § 2.3.8).
 */
final class EncodedWords {
  // With "=?UTF-8?B?…?=" and the longest header name in use a line stays within 76 characters.
  private static final int MOST_BYTES = 39;

  private EncodedWords() {}

  /** Of any text; a word never ends within a character. */
  static String of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int character : text.codePoints().toArray()) {
      String next = Character.toString(character);
      if (bytes(word.toString()).length + bytes(next).length > MOST_BYTES) {
        words.add(encoded(word.toString()));
        word.setLength(0);
      }
      word.append(next);
    }
    words.add(encoded(word.toString()));
    return String.join("\r\n ", words);
  }

  private static String encoded(String word) {
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(word)) + "?=";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
