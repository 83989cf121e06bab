package org.openhersys.api.testing.hostile;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Query parameters, cursors, and ids in the path. */
final class ParameterAttack implements Attack {
  private static final List<String> ODD =
      List.of(
          "",
          "%00",
          "%ED%A0%80",
          "%0d%0aX-Injected:%201%0d%0a%0d%0a",
          "%E2%80%AE",
          "%zz",
          "%",
          "%c0%ae",
          "%FF",
          Canary.NAME,
          "'%20or%201=1--",
          "$%7Bjndi:ldap://127.0.0.1/a%7D",
          "x".repeat(3_000),
          "%F0%9F%98%80",
          "[]",
          "{}");

  private static final List<String> NO_LIMITS =
      List.of(
          "0",
          "-1",
          "501",
          "abc",
          "1e2",
          "1.5",
          "2147483648",
          "9223372036854775808",
          "%2B5",
          "0x10",
          "%201",
          "%EF%BC%95",
          "NaN");

  private static final List<String> NO_CURSORS =
      List.of("AAAA", "null", "0", "%00", Canary.NAME, "A".repeat(2_001), "%3D%3D", "-_-_");

  private static final List<String> NO_IDS =
      List.of(
          "0",
          "-1",
          "null",
          "abc",
          "1-1-1-1-1",
          "00000000-0000-0000-0000-000000000000",
          "0199b2f47c1e7a4b8c5d1f2e3d4c5b6a",
          "%7B0199b2f4-7c1e-7a4b-8c5d-1f2e3d4c5b6a%7D",
          "0199b2f4-7c1e-7a4b-8c5d-1f2e3d4c5b6a%00",
          "%00",
          "%0d%0aX-Injected:%201",
          "%ED%A0%80",
          "'",
          "*",
          "x".repeat(1_000),
          Canary.NAME,
          "0199b2f4-7c1e-7a4b-8c5d-1f2e3d4c5b6a,0199b2f4-7c1e-7a4b-8c5d-1f2e3d4c5b6b");

  private final List<Endpoint> endpoints;

  ParameterAttack(List<Endpoint> endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public Stream<Attempt> against(Endpoint endpoint, Fixture fixture) {
    List<Attempt> attempts = new ArrayList<>();
    endpoint.parameters("query").forEach((name, schema) -> parameter(name, schema, attempts));
    unknown(attempts);
    if (!endpoint.pathParameters().isEmpty()) {
      ids(endpoint, fixture, attempts);
    }
    if (endpoint.parameters("query").containsKey("cursor")) {
      cursors(endpoint, fixture, attempts);
    }
    return attempts.stream();
  }

  private static void parameter(String name, JsonNode schema, List<Attempt> attempts) {
    for (String value : ODD) {
      attempts.add(
          isClosed(schema) && !value.isEmpty()
              ? Attempt.answered(name + "=" + value, r -> r.query(name + "=" + value), 400, 422)
              : Attempt.bearable(name + "=" + value, r -> r.query(name + "=" + value)));
    }
    attempts.add(Attempt.bearable(name + " without =", r -> r.query(name)));
    attempts.add(Attempt.bearable(name + " twice", r -> r.query(name + "=a").query(name + "=b")));
    attempts.add(
        Attempt.bearable(name + "[] and more", r -> r.query(name + "[]=a&" + name + "[x]=b")));
    if (name.equals("limit")) {
      NO_LIMITS.forEach(
          limit ->
              attempts.add(
                  Attempt.answered("limit=" + limit, r -> r.query("limit=" + limit), 400, 422)));
    }
    if (name.equals("cursor")) {
      NO_CURSORS.forEach(cursor -> noCursor("cursor " + cursor, cursor, attempts));
    }
  }

  private static boolean isClosed(JsonNode schema) {
    return schema.has("enum")
        || schema.has("pattern")
        || schema.has("format")
        || schema.path("type").asText().equals("integer");
  }

  private static void unknown(List<Attempt> attempts) {
    attempts.add(
        Attempt.bearable(
            "unknown parameters",
            r ->
                r.query(
                    ODD.stream()
                        .filter(v -> !v.matches(".*(%zz|%|[{}]+)"))
                        .collect(joining("&u=", "u=", "")))));
    attempts.add(Attempt.bearable("unknown=%zz", r -> r.query("unknown=%zz")));
    attempts.add(Attempt.bearable("only &", r -> r.query("&&&=&=a&;&")));
    attempts.add(Attempt.bearable("a name with NUL", r -> r.query("%00=" + Canary.NAME)));
    attempts.add(Attempt.bearable("1,000 parameters", r -> r.query("a=1&".repeat(1_000))));
    attempts.add(Attempt.bearable("a fragment", r -> r.query("a=1#" + Canary.NAME)));
    attempts.add(Attempt.noRequest("a blank in the address", r -> r.query("a=1 b")));
  }

  private static void ids(Endpoint endpoint, Fixture fixture, List<Attempt> attempts) {
    for (String name : endpoint.pathParameters()) {
      for (String id : NO_IDS) {
        attempts.add(
            Attempt.answered(
                "the id " + id,
                r -> r.target(endpoint.path(with(fixture.situation().ids(), name, id))),
                idRefusals(endpoint)));
      }
    }
    if (!endpoint.isProtected()) {
      return;
    }
    attempts.add(
        Attempt.bearable(
            "another organisation's id",
            r -> r.target(endpoint.path(fixture.elsewhere().situation().ids()))));
  }

  // 422 where the id is one of several, of something that is to be put in.
  private static Integer[] idRefusals(Endpoint endpoint) {
    return endpoint.method().equals("PUT") && endpoint.pathParameters().size() > 1
        ? new Integer[] {400, 404, 422}
        : new Integer[] {400, 404};
  }

  private static Map<String, String> with(Map<String, String> ids, String name, String id) {
    Map<String, String> bent = new HashMap<>(ids);
    bent.put(name, id);
    return bent;
  }

  private void cursors(Endpoint endpoint, Fixture fixture, List<Attempt> attempts) {
    String own = cursor(endpoint, fixture);
    noCursor("a cut cursor", own.substring(0, own.length() - 4), attempts);
    noCursor("a longer cursor", own + "AAAA", attempts);
    noCursor("a cursor twice", own + own, attempts);
    byte[] bytes = Base64.getUrlDecoder().decode(own);
    for (int at : new int[] {0, 15, 16, bytes.length - 1}) {
      byte[] edited = bytes.clone();
      edited[at] ^= 1;
      String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(edited);
      noCursor("a cursor edited at byte " + at, cursor, attempts);
    }
    noCursor(
        "another organisation's cursor", () -> cursor(endpoint, fixture.elsewhere()), attempts);
    for (Endpoint other : endpoints) {
      if (other != endpoint && other.parameters("query").containsKey("cursor")) {
        noCursor("a cursor of " + other.id(), () -> cursor(other, fixture.of(other)), attempts);
      }
    }
  }

  private static String cursor(Endpoint endpoint, Fixture fixture) {
    Answer page = fixture.answer(fixture.valid().query("limit=1"));
    String next = page.json().path("next").asText();
    if (next.isEmpty()) {
      throw new AssertionError(
          "%s: its situation has no second page with limit=1, so no cursor can be bent; answered %d %s"
              .formatted(endpoint, page.status(), page.start()));
    }
    return next;
  }

  private static void noCursor(String what, String cursor, List<Attempt> attempts) {
    noCursor(what, () -> cursor, attempts);
  }

  /** A cursor that is got only if the request is among those that are sent. */
  private static void noCursor(String what, Supplier<String> cursor, List<Attempt> attempts) {
    attempts.add(Attempt.answered(what, r -> r.query("cursor=" + cursor.get()), 400));
  }
}
