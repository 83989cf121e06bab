package org.openhersys.api.testing.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openhersys.api.testing.hostile.Endpoint.Member;

/** Strings of a JSON body: characters, lengths, dates, codes and ids that are none. */
final class TextAttack implements Attack {
  private static final String NAME = Canary.NAME;

  /** No text at all: refused wherever it stands. */
  private static final Map<String, String> NO_TEXT =
      new TreeMap<>(
          Map.of(
              "NUL", NAME + "\0",
              "a lone high surrogate", NAME + "\ud800",
              "a lone low surrogate", "\udc00" + NAME,
              "surrogates the wrong way round", NAME + "\udc00\ud800",
              "100,001 characters", NAME + "x".repeat(100_001 - NAME.length())));

  /** Odd, but text: a rule may refuse it. */
  private static final Map<String, String> ODD_TEXT =
      new TreeMap<>(
          Map.of(
              "the canary", NAME,
              "line breaks", NAME + "\r\nX-Injected: 1\r\n\r\n" + NAME,
              "controls", "\u202e" + NAME + "\u2066\u2069\u0001\u001f\u007f\u0085\u2028",
              "another language's text", NAME + "${jndi:ldap://127.0.0.1/a}'; select 1 --<b>%n",
              "blanks", " \u3000\u00a0",
              "nothing", "",
              "characters of other planes", "\ud83d\ude00\ud867\ude3d\uffff\ufdd0" + NAME));

  private static final List<String> NO_DATES =
      List.of(
          "2026-02-30",
          "0000-01-01",
          "+12026-01-01",
          "-0001-01-01",
          "2026-13-01",
          "2026-1-1",
          "20260101",
          "2026-01-01T00:00:00Z",
          "99999-01-01",
          "２０２６-01-01",
          "",
          Canary.NAME);

  private static final List<String> NO_INSTANTS =
      List.of("2026-02-30T00:00:00Z", "2026-01-01", "+1000000000-12-31T23:59:59Z", "", Canary.NAME);

  private static final List<String> NO_IDS =
      List.of(
          "",
          "1-1-1-1-1",
          "0199b2f47c1e7a4b8c5d1f2e3d4c5b6a",
          "{0199b2f4-7c1e-7a4b-8c5d-1f2e3d4c5b6a}",
          Canary.NAME);

  @Override
  public Stream<Attempt> against(Endpoint endpoint, Fixture fixture) {
    if (!endpoint.isJson()) {
      return Stream.empty();
    }
    List<Attempt> attempts = new ArrayList<>();
    endpoint.members().stream().filter(m -> m.is("string")).forEach(m -> attack(m, attempts));
    return attempts.stream();
  }

  private static void attack(Member member, List<Attempt> attempts) {
    NO_TEXT.forEach((what, text) -> refused(member, what, text, attempts));
    ODD_TEXT.forEach((what, text) -> bearable(member, what, text, attempts));
    if (member.schema().has("maxLength")) {
      int most = member.schema().get("maxLength").asInt();
      refused(member, "one character too many", "x".repeat(most + 1), attempts);
    }
    if (member.schema().has("enum")) {
      String code = member.schema().get("enum").get(0).asText();
      List.of("", code + "X", code.toLowerCase(java.util.Locale.ROOT) + " ", NAME)
          .forEach(text -> refused(member, text, text, attempts));
    }
    switch (member.schema().path("format").asText()) {
      case "date" -> {
        NO_DATES.forEach(text -> refused(member, text, text, attempts));
        List.of(Canary.DATE, "9999-12-31", "0001-01-01")
            .forEach(text -> bearable(member, text, text, attempts));
      }
      case "date-time" -> NO_INSTANTS.forEach(text -> refused(member, text, text, attempts));
      case "uuid" -> {
        NO_IDS.forEach(text -> refused(member, text, text, attempts));
        bearable(member, "an id of nothing", "00000000-0000-0000-0000-000000000000", attempts);
      }
      default -> {
        // The characters above are all there is to such a text.
      }
    }
  }

  private static void refused(Member member, String what, String text, List<Attempt> attempts) {
    attempts.add(
        Attempt.refused(
            "%s at %s".formatted(what, member.pointer()),
            r -> BentJson.put(r, member.pointer(), BentJson.text(text))));
  }

  private static void bearable(Member member, String what, String text, List<Attempt> attempts) {
    attempts.add(
        Attempt.bearable(
            "%s at %s".formatted(what, member.pointer()),
            r -> BentJson.put(r, member.pointer(), BentJson.text(text))));
  }
}
