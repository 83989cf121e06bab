package org.openhersys.local.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes a walk so that it can be read from top to bottom: titles, requests, answers, durations.
 * Passwords, seeds and recovery codes are masked, tokens and cursors shortened.
 */
public final class Transcript {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Set<String> MASKED =
      Set.of(
          "password",
          "currentPassword",
          "newPassword",
          "secret",
          "otpauthUri",
          "activation",
          "activationCode",
          "recoveryCode",
          "recoveryCodes",
          "qrCodePng",
          "qrCodeSvg");
  private static final List<String> ANSWER_HEADERS =
      List.of(
          "Location",
          "ETag",
          "Link",
          "Content-Type",
          "WWW-Authenticate",
          "Retry-After",
          "Cache-Control");
  private static final Pattern MACHINE_READABLE = Pattern.compile("[A-Za-z0-9._~-]{41,}");
  private static final String MARGIN = "    ";

  private final PrintStream out;
  private int steps;

  public Transcript(PrintStream out) {
    this.out = out;
  }

  public void chapter(String title) {
    out.printf("%n── %s %s%n", title, "─".repeat(Math.max(3, 100 - title.length())));
  }

  public void step(String title) {
    steps++;
    out.printf("%n%2d. %s%n", steps, title);
  }

  void remark(String text) {
    out.println(MARGIN + "▸ " + text);
  }

  /** Writes an exchange and hands it on if the answer has the status expected. */
  public Exchange exchange(Exchange exchange, int expected) {
    exchange(exchange);
    return exchange.expecting(expected);
  }

  /** The same in one line, where the bodies tell nothing new. */
  public Exchange line(Exchange exchange, int expected) {
    line(exchange);
    return exchange.expecting(expected);
  }

  public void line(Exchange exchange) {
    out.printf(
        "%s%s %s → %d %s   (%.1f ms)%n",
        MARGIN,
        exchange.request().method(),
        shorten(exchange.request().target()),
        exchange.status(),
        Reason.of(exchange.status()),
        exchange.took().toNanos() / 1_000_000.0);
  }

  /** Writes a text as it was found, such as a mail. */
  void quote(String text) {
    out.println();
    block(text);
  }

  void exchange(Exchange exchange) {
    Request request = exchange.request();
    out.println();
    out.println(MARGIN + request.method() + " " + shorten(request.target()));
    new TreeMap<>(request.headers())
        .forEach((name, value) -> out.println(MARGIN + name + ": " + shorten(value)));
    String body = request.body();
    if (body != null) {
      block(readable(request, body));
    }
    out.printf(
        "%n%s%d %s   (%.1f ms)%n",
        MARGIN,
        exchange.status(),
        Reason.of(exchange.status()),
        exchange.took().toNanos() / 1_000_000.0);
    for (String name : ANSWER_HEADERS) {
      exchange
          .headers()
          .firstValue(name)
          .ifPresent(value -> out.println(MARGIN + name + ": " + shorten(value)));
    }
    if (!exchange.body().isEmpty()) {
      block(readable(exchange.json(), exchange.body()));
    }
  }

  private void block(String text) {
    text.lines().forEach(line -> out.println(MARGIN + shorten(line)));
  }

  private static String readable(Request request, String body) {
    if (!"application/x-www-form-urlencoded".equals(request.headers().get("Content-Type"))) {
      try {
        return readable(JSON.readTree(body), body);
      } catch (JsonProcessingException e) {
        return body;
      }
    }
    StringBuilder fields = new StringBuilder();
    for (String field : body.split("&", -1)) {
      fields
          .append(shorten(URLDecoder.decode(field, StandardCharsets.UTF_8)))
          .append(System.lineSeparator());
    }
    return fields.toString();
  }

  private static String readable(JsonNode json, String otherwise) {
    try {
      return json.isMissingNode() ? otherwise : JSON.writeValueAsString(masked(json));
    } catch (JsonProcessingException e) {
      return otherwise;
    }
  }

  private static JsonNode masked(JsonNode json) {
    if (json instanceof ObjectNode object) {
      ObjectNode copy = JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        copy.set(
            member.getKey(),
            MASKED.contains(member.getKey()) ? TextNode.valueOf("•••") : masked(member.getValue()));
      }
      return copy;
    }
    if (json.isArray()) {
      var copy = JSON.createArrayNode();
      json.forEach(item -> copy.add(masked(item)));
      return copy;
    }
    return json.isTextual() ? TextNode.valueOf(shorten(json.textValue())) : json;
  }

  /** Cuts the long runs of letters and digits that only machines read. */
  static String shorten(String text) {
    return MACHINE_READABLE
        .matcher(text)
        .replaceAll(run -> run.group().substring(0, 12) + "…" + run.group().length());
  }

  /** The words that go with a status in HTTP. */
  private enum Reason {
    OK(200),
    CREATED(201),
    NO_CONTENT(204),
    NOT_MODIFIED(304),
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409),
    GONE(410),
    PRECONDITION_FAILED(412),
    UNPROCESSABLE_CONTENT(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    INTERNAL_SERVER_ERROR(500),
    SERVICE_UNAVAILABLE(503);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    static String of(int status) {
      for (Reason reason : values()) {
        if (reason.status == status) {
          return reason == OK ? "OK" : words(reason);
        }
      }
      return "";
    }

    private static String words(Reason reason) {
      String lower = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
  }
}
