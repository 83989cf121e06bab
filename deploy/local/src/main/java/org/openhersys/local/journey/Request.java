package org.openhersys.local.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as it will be sent, and shown.
 *
 * @param target path and query below the base URL
 * @param body what is sent; null without a body
 */
public record Request(
    String method, String target, Map<String, String> headers, @Nullable String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static Request get(String target) {
    return new Request("GET", target, Map.of(), null);
  }

  public static Request delete(String target) {
    return new Request("DELETE", target, Map.of(), null);
  }

  public static Request post(String target) {
    return new Request("POST", target, Map.of(), null);
  }

  public static Request postJson(String target, Object body) {
    return new Request("POST", target, Map.of("Content-Type", "application/json"), json(body));
  }

  public static Request putJson(String target, Object body) {
    return new Request("PUT", target, Map.of("Content-Type", "application/json"), json(body));
  }

  /** A JSON merge patch (RFC 7396). */
  public static Request patchJson(String target, Object patch) {
    return new Request(
        "PATCH", target, Map.of("Content-Type", "application/merge-patch+json"), json(patch));
  }

  /** A text of some kind. */
  public static Request postText(String target, String type, String text) {
    return new Request("POST", target, Map.of("Content-Type", type), text);
  }

  public static Request postForm(String target, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return new Request(
        "POST", target, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
  }

  /** The same with one more header. */
  public Request with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(method, target, more, body);
  }

  /** The same on behalf of the bearer of an access token. */
  public Request as(String accessToken) {
    return with("Authorization", "Bearer " + accessToken);
  }

  private static String json(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
