package org.openhersys.notification.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A text in lines of a width. Breaks stand where they were typed, and where a line is full. */
final class Lines {
  private Lines() {}

  /**
   * The characters of each line; at least one line.
   *
   * @param advance of a character, in thousandths of the em
   * @param width of a line, in the same
   */
  static List<List<String>> of(String text, ToIntFunction<String> advance, int width) {
    List<List<String>> lines = new ArrayList<>();
    for (String typed : text.split("\\R", -1)) {
      List<String> line = new ArrayList<>();
      int filled = 0;
      for (String character : Characters.of(typed)) {
        int more = advance.applyAsInt(character);
        if (filled + more > width && !line.isEmpty()) {
          lines.add(line);
          line = new ArrayList<>();
          filled = 0;
        }
        line.add(character);
        filled += more;
      }
      lines.add(line);
    }
    return lines;
  }
}
