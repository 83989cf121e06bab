package org.openhersys.api.testing.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Puts something into a JSON body that a JSON library would not write: the new value is given as
 * the characters that stand in the body.
 */
final class BentJson {
  // Escaped, so that a lone surrogate can be written at all.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final String HERE = "@@here@@";

  private BentJson() {}

  /** The request with that value at the place. */
  static Request put(Request request, String pointer, String raw) {
    if (pointer.isEmpty()) {
      return request.body(raw);
    }
    ObjectNode root = (ObjectNode) read(request.text());
    place(root, pointer);
    return request.body(write(root).replace("\"" + HERE + "\"", raw));
  }

  /** The request with one more member, first, in the object at the place. */
  static Request add(Request request, String pointer, String name, String raw) {
    JsonNode there = read(request.text()).at(pointer);
    String others = there.isObject() ? write(there).substring(1) : "}";
    String comma = others.equals("}") ? "" : ",";
    return put(request, pointer, "{" + name + ":" + raw + comma + others);
  }

  /** The request with the first member of the object at the place written twice. */
  static Request twice(Request request, String pointer) {
    JsonNode there = read(request.text()).at(pointer);
    if (there.isEmpty()) {
      return put(request, pointer, "{\"a\":1,\"a\":1}");
    }
    String first = there.fieldNames().next();
    return add(request, pointer, text(first), write(there.get(first)));
  }

  /** The JSON text of these characters. */
  static String text(String characters) {
    try {
      return JSON.writeValueAsString(characters);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  private static void place(ObjectNode root, String pointer) {
    JsonNode present = root;
    String[] steps = pointer.substring(1).split("/", -1);
    for (int i = 0; i < steps.length; i++) {
      boolean last = i == steps.length - 1;
      boolean list = !last && steps[i + 1].equals("0");
      present = step(present, steps[i], last, list);
    }
  }

  private static JsonNode step(JsonNode present, String name, boolean last, boolean list) {
    if (present instanceof ArrayNode items) {
      if (items.isEmpty()) {
        items.addObject();
      }
      return last ? items.set(0, HERE) : items.get(0);
    }
    ObjectNode object = (ObjectNode) present;
    if (last) {
      return object.put(name, HERE);
    }
    if (!object.path(name).isContainerNode()) {
      if (list) {
        object.putArray(name);
      } else {
        object.putObject(name);
      }
    }
    return object.get(name);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException ours) {
      throw new IllegalArgumentException(ours);
    }
  }

  private static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
