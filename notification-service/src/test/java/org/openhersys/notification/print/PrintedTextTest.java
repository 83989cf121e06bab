package org.openhersys.notification.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Texts on their way to the page: nothing of them is lost. */
class PrintedTextTest {

  @Test
  void aVariationSelectorStaysWithItsCharacter() {
    assertEquals(
        List.of("葛\uDB40\uDD00", "城", "𠮷\uFE00", "髙"), Characters.of("葛\uDB40\uDD00城𠮷\uFE00髙"));
  }

  @Property
  void joinedTheCharactersAreTheText(@ForAll String text) {
    assertEquals(text, String.join("", Characters.of(text)));
  }

  @Property
  void linesHoldTheWholeTextAndNoMoreThanTheirWidth(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 40) int width) {
    String oneLine = text.replaceAll("\\R", "");

    List<List<String>> lines = Lines.of(oneLine, character -> 3, width);

    assertEquals(oneLine, String.join("", lines.stream().flatMap(List::stream).toList()));
    assertTrue(
        lines.stream().allMatch(line -> line.size() <= 1 || line.size() * 3 <= width),
        lines::toString);
  }

  @Test
  void aLineEndsWhereItWasTyped() {
    assertEquals(
        List.of(List.of("一"), List.of(), List.of("二")), Lines.of("一\r\n\n二", character -> 1, 10));
    assertEquals(List.of(List.of()), Lines.of("", character -> 1, 10));
  }
}
