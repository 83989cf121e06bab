package org.openhersys.api.testing.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers names in lower case
 */
record Answer(int status, Map<String, List<String>> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The first value, or an empty text. */
  String header(String name) {
    return headers.getOrDefault(name, List.of("")).get(0);
  }

  boolean success() {
    return status / 100 == 2;
  }

  /** The body as JSON; missing when it is none. */
  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException none) {
      return MissingNode.getInstance();
    }
  }

  String start() {
    return body.length() > 300 ? body.substring(0, 300) + "…" : body;
  }
}
