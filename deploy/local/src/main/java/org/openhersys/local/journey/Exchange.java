package org.openhersys.local.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** A request with its answer, and how long the answer took. */
public record Exchange(
    Request request, int status, HttpHeaders headers, String body, Duration took) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The body as JSON; a missing node when it is something else or nothing. */
  public JsonNode json() {
    try {
      return body.isEmpty() ? JSON.missingNode() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  /**
   * A header of the answer.
   *
   * @throws UnexpectedAnswer when it is missing
   */
  public String header(String name) {
    return headers
        .firstValue(name)
        .orElseThrow(() -> new UnexpectedAnswer("The answer has no header " + name));
  }

  /**
   * A text member of the answer.
   *
   * @param pointer where it stands (RFC 6901)
   * @throws UnexpectedAnswer when it is missing
   */
  public String text(String pointer) {
    JsonNode node = json().at(pointer);
    if (!node.isTextual()) {
      throw new UnexpectedAnswer("The answer has no text at " + pointer);
    }
    return node.textValue();
  }

  /** The first of {@code items} with that member. */
  public Optional<JsonNode> item(String member, String value) {
    for (JsonNode item : json().path("items")) {
      if (value.equals(item.path(member).asText())) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  /** The same exchange if the answer has that status. */
  public Exchange expecting(int expected) {
    if (status != expected) {
      throw new UnexpectedAnswer(
          "%s %s answered %d instead of %d: %s"
              .formatted(
                  request.method(), request.target(), status, expected, Transcript.shorten(body)));
    }
    return this;
  }
}
