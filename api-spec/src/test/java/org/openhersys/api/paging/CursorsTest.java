package org.openhersys.api.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;

class CursorsTest {
  private final Cursors cursors = new Cursors(Base64.getEncoder().encodeToString(new byte[32]));
  private final UUID centre = UUID.randomUUID();

  @Property
  void aCursorOpensToWhatWasSealed(@ForAll @AlphaChars String one, @ForAll long two) {
    String cursor = cursors.seal("cases", centre, "newest", one, Long.toString(two));

    assertEquals(List.of(one, Long.toString(two)), cursors.open("cases", centre, "newest", cursor));
  }

  @Property(tries = 200)
  void anEditedCursorIsRefused(@ForAll @IntRange(max = 40) int place) {
    byte[] bytes =
        Base64.getUrlDecoder()
            .decode(
                cursors.seal("cases", centre, "newest", "2026-11-23T00:00:00Z", "x".repeat(10)));
    bytes[place] ^= 1;
    String edited = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    refused(() -> cursors.open("cases", centre, "newest", edited));
  }

  @Example
  void aCursorOfAnotherListOrganisationOrFilterIsRefused() {
    String cursor = cursors.seal("cases", centre, "newest", "a");

    refused(() -> cursors.open("changes", centre, "newest", cursor));
    refused(() -> cursors.open("cases", UUID.randomUUID(), "newest", cursor));
    refused(() -> cursors.open("cases", centre, "oldest", cursor));
  }

  @Example
  void rubbishIsRefused() {
    refused(() -> cursors.open("cases", centre, "newest", ""));
    refused(() -> cursors.open("cases", centre, "newest", "%%%"));
    refused(() -> cursors.open("cases", centre, "newest", "a".repeat(2_000)));
  }

  @Example
  void aShortKeyIsNotAccepted() {
    assertThrows(IllegalStateException.class, () -> new Cursors("c2hvcnQ="));
  }

  private static void refused(org.junit.jupiter.api.function.Executable opening) {
    ProblemException problem = assertThrows(ProblemException.class, opening);
    assertEquals(ProblemType.MALFORMED_REQUEST, problem.type());
    assertEquals("CURSOR_INVALID", problem.errors().get(0).code());
  }
}
