package org.openhersys.api.testing.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openhersys.api.testing.hostile.Endpoint.Member;

/**
 * Members of a JSON body that the contract does not have, and of another JSON type than it says.
 */
final class MemberAttack implements Attack {
  /** What a client would like to say for itself (mass assignment), or a library might look for. */
  private static final List<String> WISHES =
      List.of(
          "id",
          "role",
          "roles",
          "groups",
          "organisationId",
          "organisation",
          "state",
          "status",
          "version",
          "revision",
          "createdAt",
          "submittedAt",
          "right",
          "admin",
          "enabled",
          "__proto__",
          "constructor",
          "class",
          "@type",
          "$ref",
          "");

  private static final List<String> ODD_NAMES =
      List.of("\\u0000", "\\ud800", "\\udfff\\ud800", "a/b~c", "\\r\\nX-Injected: 1", "\\u202e");

  private static final Map<String, String> OF_TYPE =
      Map.of(
          "string", "\"" + Canary.NAME + "\"",
          "integer", "17",
          "number", "1.5",
          "boolean", "true",
          "array", "[]",
          "object", "{}");

  private static final List<String> NUMBERS =
      List.of(
          "1e400",
          "-1e400",
          "9223372036854775808",
          "1.5",
          "1e-400",
          "NaN",
          "-Infinity",
          "+1",
          "01",
          "0x1f");

  @Override
  public Stream<Attempt> against(Endpoint endpoint, Fixture fixture) {
    if (!endpoint.isJson()) {
      return Stream.empty();
    }
    List<Attempt> attempts = new ArrayList<>();
    for (Member member : endpoint.members()) {
      if (member.is("object")) {
        others(member, attempts);
      }
      types(member, attempts);
    }
    return attempts.stream();
  }

  private static void others(Member object, List<Attempt> attempts) {
    String place = object.pointer();
    attempts.add(
        Attempt.answered("a member twice in " + place, r -> BentJson.twice(r, place), 400, 422));
    if (object.schema().path("additionalProperties").asBoolean(true)) {
      return;
    }
    for (String name : WISHES) {
      if (!object.schema().path("properties").has(name)) {
        unknown(place, BentJson.text(name), attempts);
      }
    }
    ODD_NAMES.forEach(name -> unknown(place, "\"" + name + "\"", attempts));
    unknown(place, "\"" + "n".repeat(201) + "\"", attempts);
  }

  private static void unknown(String place, String name, List<Attempt> attempts) {
    attempts.add(
        Attempt.answered(
            "unknown member %s in %s".formatted(name, place),
            r -> BentJson.add(r, place, name, "\"" + Canary.NAME + "\""),
            400,
            422));
  }

  private static void types(Member member, List<Attempt> attempts) {
    String place = member.pointer();
    Set<String> right = member.types();
    attempts.add(Attempt.bearable("null at " + place, r -> BentJson.put(r, place, "null")));
    if (right.isEmpty()) {
      return;
    }
    OF_TYPE.forEach(
        (type, value) -> {
          if (!right.contains(type) && !(type.equals("integer") && right.contains("number"))) {
            wrong(type, place, value, attempts);
          }
        });
    if (right.contains("integer")) {
      NUMBERS.forEach(number -> wrong("number", place, number, attempts));
      attempts.add(Attempt.bearable("-0 at " + place, r -> BentJson.put(r, place, "-0")));
      bounds(member, attempts);
    }
  }

  private static void bounds(Member member, List<Attempt> attempts) {
    String place = member.pointer();
    for (long number : new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      boolean outside =
          number < member.schema().path("minimum").asLong(Long.MIN_VALUE)
              || number > member.schema().path("maximum").asLong(Long.MAX_VALUE);
      UnaryOperator<Request> bend = r -> BentJson.put(r, place, Long.toString(number));
      attempts.add(
          outside
              ? Attempt.refused(number + " at " + place, bend)
              : Attempt.bearable(number + " at " + place, bend));
    }
  }

  // 422 where a document of another standard stands in ours, such as keys: rules judge its members.
  private static void wrong(String type, String place, String value, List<Attempt> attempts) {
    attempts.add(
        Attempt.answered(
            "%s %s at %s".formatted(type, value, place),
            r -> BentJson.put(r, place, value),
            400,
            422));
  }
}
