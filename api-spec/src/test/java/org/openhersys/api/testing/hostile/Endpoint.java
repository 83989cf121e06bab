package org.openhersys.api.testing.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Specification;

/** An operation of the contract, as somebody reads it who wants to send requests to it. */
public final class Endpoint {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final int DEEPEST = 8;

  /**
   * A member of the body.
   *
   * @param pointer JSON pointer to it; items of an array stand for its first
   * @param schema with references followed
   */
  record Member(String pointer, JsonNode schema) {
    /** Its JSON types; empty when the contract leaves them open. */
    Set<String> types() {
      JsonNode type = schema.path("type");
      return type.isArray()
          ? Stream.iterate(0, i -> i < type.size(), i -> i + 1)
              .map(i -> type.get(i).asText())
              .collect(Collectors.toSet())
          : type.isTextual() ? Set.of(type.asText()) : Set.of();
    }

    boolean is(String type) {
      return types().contains(type);
    }

    /** A text that is neither a code nor of a form of its own. */
    boolean isFree() {
      return is("string") && !schema.has("enum") && !schema.has("format") && !schema.has("pattern");
    }
  }

  private final Specification specification;
  private final Specification.Operation operation;

  public Endpoint(Specification specification, Specification.Operation operation) {
    this.specification = specification;
    this.operation = operation;
  }

  public String id() {
    return operation.definition().path("operationId").asText();
  }

  public String method() {
    return operation.method();
  }

  /** Whether what is wrong with the content is its answer, and no refusal. */
  boolean tellsWhatItFinds() {
    return id().startsWith("validate");
  }

  String path() {
    return operation.path();
  }

  @Override
  public String toString() {
    return id() + " (" + operation.name() + ")";
  }

  public boolean changes() {
    return !method().equals("GET");
  }

  /** Names of the path's parameters, in their order. */
  public List<String> pathParameters() {
    return PARAMETER.matcher(path()).results().map(found -> found.group(1)).toList();
  }

  /** The path with these values. */
  public String path(Map<String, String> ids) {
    return PARAMETER.matcher(path()).replaceAll((MatchResult found) -> ids.get(found.group(1)));
  }

  /** The parameters in that place ({@code query}, {@code header}), by name. */
  public Map<String, JsonNode> parameters(String place) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    for (JsonNode node : operation.definition().path("parameters")) {
      JsonNode parameter = specification.resolved(node);
      if (parameter.path("in").asText().equals(place)) {
        found.put(
            parameter.path("name").asText(), specification.resolved(parameter.path("schema")));
      }
    }
    return found;
  }

  /** Whether a header must be sent. */
  public boolean needsHeader(String name) {
    for (JsonNode node : operation.definition().path("parameters")) {
      JsonNode parameter = specification.resolved(node);
      if (parameter.path("in").asText().equals("header")
          && parameter.path("name").asText().equals(name)) {
        return parameter.path("required").asBoolean();
      }
    }
    return false;
  }

  public boolean isProtected() {
    return !operation.definition().path("security").isEmpty();
  }

  /** Whether a person's token opens it. */
  boolean admitsPeople() {
    return ways().anyMatch(way -> way.has("session"));
  }

  /** The roles that it admits; empty where every person is admitted, or none. */
  List<Role> roles() {
    List<Role> roles = new ArrayList<>();
    operation.definition().path("x-roles").forEach(role -> roles.add(Role.valueOf(role.asText())));
    return roles;
  }

  /** Whether a machine's token opens it whatever its scopes. */
  boolean admitsEveryMachine() {
    return ways().anyMatch(way -> way.has("smartBackend") && way.get("smartBackend").isEmpty());
  }

  /** The scopes that it admits. */
  Set<String> scopes() {
    Set<String> scopes = new TreeSet<>();
    ways().forEach(way -> way.path("smartBackend").forEach(scope -> scopes.add(scope.asText())));
    return scopes;
  }

  private Stream<JsonNode> ways() {
    List<JsonNode> ways = new ArrayList<>();
    operation.definition().path("security").forEach(ways::add);
    return ways.stream();
  }

  public boolean hasBody() {
    return !content().isMissingNode();
  }

  boolean isJson() {
    return mediaType().endsWith("json") && !isOfRows();
  }

  /** Whether it reads a stream of rows: what is wrong with one is told of that one, later. */
  boolean isOfRows() {
    return mediaType().equals("application/x-ndjson");
  }

  public boolean isForm() {
    return mediaType().equals("application/x-www-form-urlencoded");
  }

  /** What it reads; empty without a body. */
  public String mediaType() {
    return hasBody() ? content().properties().iterator().next().getKey() : "";
  }

  /** The contract's example of the body; missing when there is none. */
  public JsonNode example() {
    JsonNode media = content().path(mediaType());
    JsonNode examples = media.path("examples");
    return media.has("example") || examples.isEmpty()
        ? media.path("example")
        : specification.resolved(examples.iterator().next()).path("value");
  }

  private JsonNode content() {
    return specification.resolved(operation.definition().path("requestBody")).path("content");
  }

  /** Every member that the body may have, with the body itself (pointer empty) first. */
  List<Member> members() {
    List<Member> found = new ArrayList<>();
    if (hasBody()) {
      collect("", content().path(mediaType()).path("schema"), found, 0);
    }
    return found;
  }

  private void collect(String pointer, JsonNode written, List<Member> found, int depth) {
    JsonNode schema = specification.resolved(written);
    found.add(new Member(pointer, schema));
    if (depth == DEEPEST) {
      return;
    }
    schema
        .path("properties")
        .properties()
        .forEach(p -> collect(pointer + "/" + p.getKey(), p.getValue(), found, depth + 1));
    if (schema.has("items")) {
      collect(pointer + "/0", schema.get("items"), found, depth + 1);
    }
  }

  /** The media types that an answer with that status has by the contract; empty when undeclared. */
  Set<String> answers(int status) {
    Set<String> types = new TreeSet<>();
    JsonNode answer = operation.definition().path("responses").path(String.valueOf(status));
    specification
        .resolved(answer)
        .path("content")
        .properties()
        .forEach(entry -> types.add(entry.getKey()));
    return types;
  }
}
