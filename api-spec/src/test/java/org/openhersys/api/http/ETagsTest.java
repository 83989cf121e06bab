package org.openhersys.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;

class ETagsTest {
  private static final String PRESENT = "\"v,1\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"v,1\"",
        "W/\"v,1\"",
        "*",
        " * ",
        "\"a\", \"v,1\"",
        "\"v,1\",\"a\"",
        "W/\"a\" ,\t W/\"v,1\"",
        ", ,\"v,1\",,"
      })
  void theTagInHandIsFoundInTheList(String header) {
    assertTrue(ETags.isInHand(List.of(header), PRESENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"v\"",
        "\"v\", \"1\"",
        "v,1",
        "w/\"v,1\"",
        "\"V,1\"",
        "\"v,1",
        "\"v,1\" \"a\"",
        "*, \"v,1\"",
        "\"v,1\" x",
        "x \"v,1\"",
        "W/ \"v,1\"",
        "\"v, 1\""
      })
  void anotherTagAndWhatIsNoListOfTagsIsNotInHand(String header) {
    assertFalse(ETags.isInHand(List.of(header), PRESENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"v,1\"", " \"v,1\" ", "\"a\", \"v,1\"", "W/\"a\",\"v,1\"", ", \"v,1\","})
  void aChangeIsBasedOnAVersionThatIsListed(String header) {
    assertTrue(ETags.isNamed(header, PRESENT));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "*", "W/\"v,1\"", "\"v\"", "v,1", "\"V,1\"", "\"v,1\" x", "*, \"v,1\""})
  void weakTagsAndAnyVersionAndWhatIsNoListNameNoVersion(String header) {
    assertFalse(ETags.isNamed(header, PRESENT));
  }

  @Test
  void withoutTheVersionAChangeIsNotMadeAndTheAnswerSaysWhy() {
    assertDoesNotThrow(() -> require("\"a\", " + PRESENT));
    assertEquals(
        ProblemType.PRECONDITION_REQUIRED,
        assertThrows(ProblemException.class, () -> require(" ")).type());
    assertEquals(
        ProblemType.STALE, assertThrows(ProblemException.class, () -> require("*")).type());
  }

  private static void require(String header) {
    ETags.requireMatch(
        header, PRESENT, () -> ProblemException.stale(PRESENT, "架空保健所", List.of("/name")));
  }

  @Test
  void severalLinesAreOneList() {
    assertTrue(ETags.isInHand(List.of("\"a\"", "\"b\", \"v,1\""), PRESENT));
    assertFalse(ETags.isInHand(List.of(), PRESENT));
  }

  @Test
  void aListAsLongAsHeadersMayBeIsRead() {
    String others = String.join(",", Collections.nCopies(5_000, "\"\""));

    assertTrue(ETags.isInHand(List.of(others + "," + PRESENT), PRESENT));
    assertFalse(ETags.isInHand(List.of(others), PRESENT));
  }

  @Property
  void exactlyTheTagsOfAListAreInHand(
      @ForAll("lists") List<String> listed, @ForAll("opaque") String other) {
    String header = listed.stream().map(tag -> "\"" + tag + "\"").collect(Collectors.joining(", "));

    listed.forEach(tag -> assertTrue(ETags.isInHand(List.of(header), "\"" + tag + "\"")));
    assertEquals(listed.contains(other), ETags.isInHand(List.of(header), "\"" + other + "\""));
  }

  @Property
  void nothingIsEverThrownForAHeader(@ForAll String header) {
    boolean inHand = ETags.isInHand(List.of(header), PRESENT);

    assertTrue(!inHand || header.strip().equals("*") || header.contains(PRESENT));
  }

  @Test
  void theTagOfAnAnswerStandsForItsContentAndItsForm() {
    String tag = ETags.ofContent("json", "{}".getBytes(UTF_8));

    assertEquals(tag, ETags.ofContent("json", "{}".getBytes(UTF_8)));
    assertNotEquals(tag, ETags.ofContent("json", "{ }".getBytes(UTF_8)));
    assertNotEquals(tag, ETags.ofContent("lines", "{}".getBytes(UTF_8)));
    assertTrue(tag.matches("\"[\\w-]{22}\""), tag);
  }

  @Provide
  Arbitrary<List<String>> lists() {
    return opaque().list().ofMinSize(1).ofMaxSize(5);
  }

  /** What may stand in an entity tag, commas among it. */
  @Provide
  Arbitrary<String> opaque() {
    return Arbitraries.strings()
        .withChars("!#,/*-W ab\u00e9".replace(" ", "").toCharArray())
        .ofMaxLength(4);
  }
}
