package org.openhersys.api.testing.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Headers: preconditions, idempotency keys, content negotiation, and too many or too long ones. */
final class HeaderAttack implements Attack {
  private static final String LONG = "x".repeat(20_000);
  private static final String BEYOND = "x".repeat(200_000);

  private static final List<String> NEGOTIATED =
      List.of(
          "Accept-Charset",
          "Accept-Encoding",
          "If-None-Match",
          "If-Modified-Since",
          "Range",
          "Prefer");

  private static final List<String> BELIEVED =
      List.of(
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Original-URL",
          "X-Rewrite-URL",
          "Forwarded",
          "Cookie",
          "Origin",
          "Referer",
          "User-Agent");

  private static final List<String> NO_TAGS =
      List.of(
          "*",
          "\"\"",
          "W/\"1\"",
          "\"a\", \"b\"",
          "\"a\",*",
          "1",
          "\"",
          ",",
          ",,,",
          "\"é\"",
          Canary.NAME,
          "\"" + "x".repeat(5_000) + "\"");

  private static final List<String> NO_KEYS =
      List.of(
          "short",
          "x".repeat(129),
          "eight chars",
          "12345678é",
          "\"\"",
          "\"1234567\"",
          "1234567\t8");

  private static final List<String> ODD_ACCEPTS =
      List.of(
          "",
          "garbage",
          "*/*;q=0",
          "application/json;q=abc",
          "*/*/",
          "../..",
          "application/*;q=2",
          ",,,",
          "text/html, */*;q=0.1",
          "application/json;q=0.0000000001",
          "*",
          "/",
          "a/b;",
          "application/json".repeat(200),
          Canary.NAME);

  private static final List<String> ODD_TRACES =
      List.of(
          "garbage",
          "00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-00",
          "00-" + "g".repeat(32),
          Canary.NAME);

  private static final List<String> ODD_LANGUAGES =
      List.of(
          "",
          "*",
          "en;q=",
          "en;q=2",
          "en;q=-1",
          "xx-yy-zz-toolong-subtag-here",
          ";",
          ",",
          "en-US-x-twain",
          "é",
          "ja;q=1e400",
          "e".repeat(3_000),
          "en,".repeat(2_000),
          "e-".repeat(2_000),
          "i-klingon",
          "-",
          "en-",
          Canary.NAME);

  @Override
  public Stream<Attempt> against(Endpoint endpoint, Fixture fixture) {
    List<Attempt> attempts = new ArrayList<>();
    if (endpoint.parameters("header").containsKey("If-Match")) {
      NO_TAGS.forEach(
          tag ->
              attempts.add(
                  Attempt.answered("If-Match: " + tag, r -> r.header("If-Match", tag), 400, 412)));
      attempts.add(
          Attempt.answered(
              "the right tag as a weak one", r -> r.header("If-Match", "W/" + tag(r)), 400, 412));
    }
    if (endpoint.needsHeader("If-Match")) {
      attempts.add(Attempt.answered("no If-Match", r -> r.header("If-Match", null), 428));
      attempts.add(Attempt.answered("an empty If-Match", r -> r.header("If-Match", ""), 428));
    }
    if (endpoint.parameters("header").containsKey("Idempotency-Key")) {
      NO_KEYS.forEach(
          key ->
              attempts.add(
                  Attempt.answered(
                      "Idempotency-Key: " + key, r -> r.header("Idempotency-Key", key), 400)));
    }
    negotiation(attempts);
    oddities(attempts);
    tooMuch(attempts);
    return attempts.stream();
  }

  private static String tag(Request request) {
    return request.headers().stream()
        .filter(header -> header.name().equals("If-Match"))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static void negotiation(List<Attempt> attempts) {
    // Two at once, since neither keeps the other from being read.
    for (int i = 0; i < ODD_LANGUAGES.size(); i++) {
      String accept = ODD_ACCEPTS.get(i % ODD_ACCEPTS.size());
      String language = ODD_LANGUAGES.get(i);
      String trace = ODD_TRACES.get(i % ODD_TRACES.size());
      attempts.add(
          Attempt.bearable(
              "Accept-Language: " + language + ", Accept: " + accept,
              r ->
                  r.header("Accept", accept)
                      .header("Accept-Language", language)
                      .header("traceparent", trace)));
    }
    for (String value : List.of("garbage", "*;q=abc", "bytes=0-0,-1,9-1", Canary.NAME)) {
      attempts.add(
          Attempt.bearable("conditions and ranges: " + value, r -> with(r, NEGOTIATED, value)));
      attempts.add(Attempt.bearable("Expect: " + value, r -> r.header("Expect", value)));
    }
  }

  private static Request with(Request request, List<String> headers, String value) {
    Request more = request;
    for (String header : headers) {
      more = more.header(header, value);
    }
    return more;
  }

  private static void oddities(List<Attempt> attempts) {
    attempts.add(
        Attempt.bearable(
            "headers that lie",
            r -> with(r, BELIEVED, "/q/health, host=elsewhere.test; " + Canary.NAME)));
    attempts.add(
        Attempt.bearable("a header of odd bytes", r -> r.header("X-Odd", "\u0080\u00ff\t\"")));
    for (String value : List.of("a\rb", "a\nX-Injected", "a\r\n b", "\0", "\u0001\u001b[31m")) {
      attempts.add(
          Attempt.noRequestOrBearable(
              "a control character in a header", r -> r.header("X-Odd", value + Canary.NAME)));
    }
    attempts.add(
        Attempt.noRequestOrBearable("two hosts", r -> r.headerToo("Host", "elsewhere.test")));
    attempts.add(
        Attempt.noRequestOrBearable(
            "a header's name that is none", r -> r.headerToo("X Odd(", Canary.NAME)));
    attempts.add(
        Attempt.noRequestOrBearable("two lengths", r -> r.headerToo("Content-Length", "3")));
    attempts.add(
        Attempt.noRequestOrBearable(
            "a length that is none", r -> r.body((byte[]) null).headerToo("Content-Length", "-3")));
    attempts.add(
        Attempt.noRequestOrBearable(
            "a length and chunks", r -> r.body("{}").inChunks().headerToo("Content-Length", "3")));
  }

  private static void tooMuch(List<Attempt> attempts) {
    attempts.add(
        Attempt.bearable(
            "200 headers",
            r -> {
              Request more = r;
              for (int i = 0; i < 200; i++) {
                more = more.headerToo("X-Odd-" + i, "x");
              }
              return more;
            }));
    attempts.add(Attempt.answered("a header of 20 kB", r -> r.header("X-Odd", LONG), 431));
    attempts.add(
        Attempt.answered(
            "a token of 20 kB", r -> r.header("Authorization", "Bearer a.b." + LONG), 431));
    attempts.add(Attempt.answered("an address of 20 kB", r -> r.path(path -> path + LONG), 414));
    attempts.add(Attempt.answered("a query of 20 kB", r -> r.query(LONG), 414));
    attempts.add(Attempt.noRequest("a header of 200 kB", r -> r.header("X-Odd", BEYOND)));
    attempts.add(Attempt.noRequest("an address of 200 kB", r -> r.query(BEYOND)));
  }
}
