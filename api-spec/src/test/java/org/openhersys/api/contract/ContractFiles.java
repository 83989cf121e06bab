package org.openhersys.api.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The contract files as they are written, each by itself. A key that is written twice is refused.
 */
final class ContractFiles {
  private static final List<String> NAMES =
      List.of("identity.yaml", "notification.yaml", "case-tracking.yaml", "common.yaml");
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, true)
              .build());

  /**
   * A node of a file.
   *
   * @param pointer JSON pointer into the file
   */
  record Place(String file, String pointer, JsonNode node) {

    /** Something inside this place, whose own pointer does not matter. */
    Place in(JsonNode inner) {
      return new Place(file, pointer, inner);
    }
  }

  private final Map<String, JsonNode> files = new TreeMap<>();

  ContractFiles() {
    NAMES.forEach(name -> files.put(name, read(name)));
  }

  JsonNode file(String name) {
    return files.get(name);
  }

  List<Place> operations() {
    List<Place> found = new ArrayList<>();
    for (Place path : children("/paths")) {
      for (Map.Entry<String, JsonNode> entry : path.node().properties()) {
        if (METHODS.contains(entry.getKey())) {
          found.add(
              new Place(path.file(), path.pointer() + "/" + entry.getKey(), entry.getValue()));
        }
      }
    }
    return found;
  }

  List<Place> schemas() {
    return children("/components/schemas");
  }

  /** All parameters, where they are written out. */
  List<Place> parameters() {
    return everywhere().stream()
        .filter(place -> place.node().path("in").isTextual() && place.node().has("schema"))
        .toList();
  }

  List<Place> everywhere() {
    List<Place> found = new ArrayList<>();
    files.forEach((name, node) -> collect(new Place(name, "", node), found));
    return found;
  }

  /** The place itself, or where its reference leads. */
  Place resolved(Place place) {
    Place present = place;
    while (present.node().path("$ref").isTextual()) {
      present = target(present);
    }
    return present;
  }

  /** Where a reference leads; null when there is nothing. */
  Place target(Place place) {
    String reference = place.node().path("$ref").asText();
    int hash = reference.indexOf('#');
    String file = hash == 0 ? place.file() : reference.substring(0, hash).replaceFirst("^\\./", "");
    String pointer = reference.substring(hash + 1);
    if (!files.containsKey(file)) {
      return null;
    }
    JsonNode node = files.get(file).at(JsonPointer.compile(pointer));
    return node.isMissingNode() ? null : new Place(file, pointer, node);
  }

  private List<Place> children(String pointer) {
    List<Place> found = new ArrayList<>();
    files.forEach(
        (name, node) ->
            node.at(pointer)
                .properties()
                .forEach(
                    entry ->
                        found.add(
                            new Place(
                                name, pointer + "/" + escaped(entry.getKey()), entry.getValue()))));
    return found;
  }

  private static void collect(Place place, List<Place> found) {
    found.add(place);
    place
        .node()
        .properties()
        .forEach(
            entry ->
                collect(
                    new Place(
                        place.file(),
                        place.pointer() + "/" + escaped(entry.getKey()),
                        entry.getValue()),
                    found));
    for (int i = 0; place.node().isArray() && i < place.node().size(); i++) {
      collect(new Place(place.file(), place.pointer() + "/" + i, place.node().get(i)), found);
    }
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static JsonNode read(String name) {
    try (InputStream in =
        ContractFiles.class.getResourceAsStream("/META-INF/resources/openapi/" + name)) {
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
