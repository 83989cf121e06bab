package org.openhersys.api.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A contract as one document: what it refers to in files beside it is taken into its own
 * components. Done here and not by the validator, whose parser does not follow relative references
 * on the classpath.
 */
public final class Specification {

  /**
   * An operation of the contract; {@code path} as it stands there, {@code method} in upper case.
   */
  public record Operation(String path, String method, JsonNode definition) {

    /** As in {@code GET /api/v1/cases}. */
    public String name() {
      return method + " " + path;
    }
  }

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, true)
              .build());
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private final String folder;
  private final Map<String, JsonNode> files = new HashMap<>();
  private final Map<String, String> origins = new HashMap<>();
  private final ObjectNode document;

  private Specification(String folder, String name) {
    this.folder = folder;
    this.document = file(name + ".yaml").deepCopy();
    String own = name + ".yaml";
    List<JsonNode> written = new ArrayList<>(List.of(document.path("paths")));
    for (Map.Entry<String, JsonNode> kind : document.path("components").properties()) {
      for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
        written.add(component.getValue());
        origins.put(pointer(kind.getKey(), component.getKey()), own);
      }
    }
    takeInNamesakes();
    written.forEach(node -> takeIn(node, own));
  }

  /** The published contract of a service, as it lies on the classpath. */
  public static Specification of(String service) {
    return at("/META-INF/resources/openapi/", service);
  }

  static Specification at(String folder, String name) {
    return new Specification(folder, name);
  }

  /** All of it. */
  public ObjectNode document() {
    return document;
  }

  /** Every operation, in the order of the file. */
  public List<Operation> operations() {
    List<Operation> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          found.add(
              new Operation(
                  path.getKey(), entry.getKey().toUpperCase(Locale.ROOT), entry.getValue()));
        }
      }
    }
    return found;
  }

  /** The node itself, or what it refers to. */
  public JsonNode resolved(JsonNode node) {
    JsonNode present = node;
    while (present.has("$ref")) {
      present = document.at(JsonPointer.compile(present.get("$ref").asText().substring(1)));
    }
    return present;
  }

  /** A component that is no more than a reference to its namesake in another file becomes that. */
  private void takeInNamesakes() {
    for (Map.Entry<String, JsonNode> kind : document.path("components").properties()) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(kind.getValue().properties())) {
        String pointer = pointer(kind.getKey(), entry.getKey());
        String reference = entry.getValue().path("$ref").asText();
        if (reference.endsWith(pointer) && !reference.startsWith("#")) {
          origins.remove(pointer);
          component(fileOf(reference), pointer);
        }
      }
    }
  }

  private void takeIn(JsonNode node, String from) {
    if (node.isObject() && node.path("$ref").isTextual()) {
      String reference = node.get("$ref").asText();
      String target = reference.startsWith("#") ? from : fileOf(reference);
      String pointer = reference.substring(reference.indexOf('#'));
      ((ObjectNode) node).put("$ref", pointer);
      component(target, pointer);
    }
    node.forEach(child -> takeIn(child, from));
  }

  private void component(String target, String pointer) {
    String known = origins.putIfAbsent(pointer, target);
    if (known != null) {
      if (!known.equals(target)) {
        throw new IllegalStateException(pointer + " stands in " + known + " and in " + target);
      }
      return;
    }
    JsonNode original = file(target).at(JsonPointer.compile(pointer.substring(1)));
    if (original.isMissingNode()) {
      throw new IllegalStateException(target + " has no " + pointer);
    }
    String[] parts = pointer.split("/", -1);
    JsonNode copy = original.deepCopy();
    document.withObject("/components/" + parts[2]).set(parts[3], copy);
    takeIn(copy, target);
  }

  private static String pointer(String kind, String name) {
    return "#/components/" + kind + "/" + name;
  }

  private static String fileOf(String reference) {
    return reference.substring(0, reference.indexOf('#')).replaceFirst("^\\./", "");
  }

  private JsonNode file(String name) {
    return files.computeIfAbsent(
        name,
        n -> {
          try (InputStream in = Specification.class.getResourceAsStream(folder + n)) {
            if (in == null) {
              throw new IllegalStateException("no contract " + folder + n + " on the classpath");
            }
            return YAML.readTree(in);
          } catch (IOException e) {
            throw new UncheckedIOException(n, e);
          }
        });
  }
}
