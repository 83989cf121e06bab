package org.openhersys.api.problem;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders problem details (RFC 9457) alike for every layer. Never an internal name, never a stack.
 */
public final class Problems {
  /** The media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final String TRACE_ID = "hersys.trace-id";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Problems() {}

  /** The body. */
  public static Map<String, Object> body(ProblemException problem, RoutingContext request) {
    Locale locale = language(request);
    ProblemType type = problem.type();
    List<ProblemError> errors =
        problem.errors().stream()
            .map(f -> new ProblemError(f.pointer(), f.code(), f.message().in(locale)))
            .toList();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type.uri());
    body.put("title", type.title().in(locale));
    body.put("status", type.status());
    body.put("detail", errors.isEmpty() ? type.title().in(locale) : errors.get(0).message());
    body.put("traceId", traceId(request));
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    body.putAll(problem.members());
    return body;
  }

  /** The headers that go with the body. */
  public static Map<String, String> headers(ProblemException problem, RoutingContext request) {
    Map<String, String> headers = new LinkedHashMap<>(problem.headers());
    headers.put("Content-Language", language(request).getLanguage());
    if (problem.type() == ProblemType.UNAUTHENTICATED) {
      headers.put("WWW-Authenticate", "Bearer");
    }
    return headers;
  }

  /** The request's trace id: that of {@code traceparent} (W3C), or a new one. */
  public static String traceId(RoutingContext request) {
    String known = request.get(TRACE_ID);
    if (known != null) {
      return known;
    }
    String parent = request.request().getHeader("traceparent");
    Matcher matcher = TRACEPARENT.matcher(parent == null ? "" : parent);
    String id = matcher.matches() ? matcher.group(1) : randomTraceId();
    request.put(TRACE_ID, id);
    return id;
  }

  private static String randomTraceId() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static Locale language(RoutingContext request) {
    return Language.of(request.request().getHeader("Accept-Language"));
  }

  /** One entry of {@code errors[]}. */
  public record ProblemError(String pointer, String code, String message) {}
}
