package org.openhersys.api.testing.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openhersys.api.testing.hostile.Endpoint.Member;

/** Bodies of forms. */
final class FormAttack implements Attack {
  private static final List<String> ODD =
      List.of(
          "",
          "%00",
          "%ED%A0%80",
          "%zz",
          "%",
          "%c0%ae",
          "%0d%0aX-Injected:%201",
          Canary.NAME,
          "x".repeat(20_000),
          "[]",
          "{}",
          "a.b.c",
          "eyJhbGciOiJub25lIn0.e30.",
          "+",
          "&",
          "=");

  @Override
  public Stream<Attempt> against(Endpoint endpoint, Fixture fixture) {
    if (!endpoint.isForm()) {
      return Stream.empty();
    }
    List<Attempt> attempts = new ArrayList<>();
    for (Member field : endpoint.members()) {
      if (!field.pointer().isEmpty()) {
        attack(field.pointer().substring(1), attempts);
      }
    }
    for (String value : ODD) {
      attempts.add(
          Attempt.bearable("unknown field " + value, r -> r.body(r.text() + "&unknown=" + value)));
      attempts.add(Attempt.bearable("the body " + value, r -> r.body(value)));
    }
    attempts.add(Attempt.bearable("2,000 fields", r -> r.body(r.text() + "&a=1".repeat(2_000))));
    attempts.add(Attempt.bearable("a field of 500 kB", r -> r.body("a=" + "x".repeat(500_000))));
    attempts.add(Attempt.bearable("a name of 500 kB", r -> r.body("x".repeat(500_000) + "=a")));
    attempts.add(
        Attempt.bearable(
            "another charset",
            r -> r.header("Content-Type", endpoint.mediaType() + "; charset=UTF-16")));
    return attempts.stream();
  }

  private static void attack(String field, List<Attempt> attempts) {
    for (String value : ODD) {
      attempts.add(
          Attempt.bearable(
              field + "=" + value, r -> r.body(without(r, field) + "&" + field + "=" + value)));
    }
    attempts.add(
        Attempt.refused(field + " twice", r -> r.body(r.text() + "&" + field + "=" + Canary.NAME)));
    attempts.add(Attempt.bearable("no " + field, r -> r.body(without(r, field))));
  }

  private static String without(Request request, String field) {
    return Stream.of(request.text().split("&", -1))
        .filter(pair -> !pair.startsWith(field + "="))
        .reduce((a, b) -> a + "&" + b)
        .orElse("");
  }
}
