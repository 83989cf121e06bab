package org.openhersys.notification.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.json.Unreadable;

/** Every code with which something is told of a form stands in {@code GET /api/v1/checks}. */
class CodesToldTest {
  private static final Path SERVICE = Path.of("src/main/java/org/openhersys/notification");

  /** What makes a finding, and the first literal in it that is a code. */
  private static final Pattern MADE =
      Pattern.compile(
          "\\b(?:Finding\\.(?:error|warning)|LogicCheck\\.\\w+|error|warning|beyond|new Finding)\\("
              + "[^;]*?\"([A-Z][A-Z0-9_]{2,})\"");

  private static final Set<String> TOLD =
      LogicChecks.ALL.stream().map(LogicCheck::code).collect(Collectors.toSet());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "duplicate",
        "fax/EnteringFax.java",
        "revision",
        "sheet",
        "submission",
        "succession",
        "validation"
      })
  void aFindingAboutAFormHasACodeThatIsServed(String where) throws IOException {
    assertEquals(Set.of(), minus(codesIn(SERVICE.resolve(where)), TOLD), where);
  }

  @Test
  void theSourcesAreReadAsTheyAreWritten() throws IOException {
    assertTrue(
        codesIn(SERVICE.resolve("check"))
            .containsAll(Set.of("ATTESTATION_MISSING", "ONSET_AFTER_FIRST_VISIT", "PHONE_LENGTH")));
  }

  @Test
  void whatCannotBeReadOfAFormHasACodeThatIsServed() {
    // A form has no ids.
    Set<String> unreadable =
        Stream.of(Unreadable.values())
            .filter(what -> what != Unreadable.ID)
            .map(Unreadable::code)
            .collect(Collectors.toSet());

    assertEquals(Set.of(), minus(unreadable, TOLD));
  }

  private static Set<String> codesIn(Path sources) throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        MADE.matcher(Files.readString(file))
            .results()
            .map((MatchResult made) -> made.group(1))
            .forEach(codes::add);
      }
    }
    return codes;
  }

  private static Set<String> minus(Set<String> codes, Set<String> others) {
    return codes.stream().filter(code -> !others.contains(code)).collect(Collectors.toSet());
  }
}
