package org.openhersys.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.openhersys.api.contract.ContractFiles.Place;

/**
 * What the contracts promise about themselves (design: "The contract"). Names that another
 * specification gives are exempt where {@code x-names-from} says which.
 */
final class ContractLint {
  /** Each rule by what it says. */
  static final Map<String, Consumer<ContractLint>> RULES =
      Map.of(
          "every reference resolves", ContractLint::references,
          "every operation is named once, summarised and tagged", ContractLint::operations,
          "every operation documents its refusals", ContractLint::refusals,
          "every error is a problem", ContractLint::errors,
          "every request body has an example and is closed", ContractLint::bodies,
          "every schema, member and parameter has its Japanese term", ContractLint::terms,
          "names are camelCase and codes UPPER_SNAKE", ContractLint::names,
          "nothing is polymorphic or null", ContractLint::plainness);

  /** A validation answers with its findings; it has nothing to refuse. */
  private static boolean tellsWhatItFinds(JsonNode operation) {
    return operation.path("operationId").asText().startsWith("validate");
  }

  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
  private static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
  private static final Pattern PASCAL = Pattern.compile("[A-Z][a-zA-Z0-9]*");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
  private static final Pattern WORD = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final Pattern PATH =
      Pattern.compile(
          "/api/v1(/([a-z]+(-[a-z0-9]+)*|\\{[a-z][a-zA-Z0-9]*}))+|/oauth2/token|/\\.well-known/[a-z.-]+");
  private static final String JSON = "application/json";
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final String PROBLEM = "application/problem+json";
  private static final String PATCH_OF = "x-merge-patch-of";
  private static final String FOREIGN = "x-names-from";

  private final ContractFiles files;
  private final List<String> faults = new ArrayList<>();
  private int seen;

  private ContractLint(ContractFiles files) {
    this.files = files;
  }

  /** What breaks a rule: file, pointer, what was expected there; empty when nothing does. */
  static List<String> faults(String rule, ContractFiles files) {
    ContractLint lint = new ContractLint(files);
    RULES.get(rule).accept(lint);
    return lint.seen == 0 ? List.of("nothing was looked at") : List.copyOf(lint.faults);
  }

  private void references() {
    files.everywhere().stream()
        .filter(place -> place.node().path("$ref").isTextual())
        .forEach(
            place ->
                check(
                    place,
                    files.target(place) != null,
                    "resolves to nothing: " + place.node().get("$ref").asText()));
  }

  private void operations() {
    Set<String> names = new HashSet<>();
    for (Place operation : files.operations()) {
      JsonNode node = operation.node();
      String name = node.path("operationId").asText();
      check(operation, CAMEL.matcher(name).matches(), "operationId in camelCase");
      check(operation, names.add(name), "operationId of its own");
      check(
          operation,
          JAPANESE.matcher(node.path("summary").asText()).find(),
          "summary with the Japanese term");
      check(operation, !node.path("tags").isEmpty(), "tags");
      node.path("tags")
          .forEach(
              tag ->
                  check(
                      operation,
                      declaredTags(operation).contains(tag.asText()),
                      "tag that is declared"));
      check(operation, node.has("security"), "security said");
    }
  }

  private void refusals() {
    for (Place operation : files.operations()) {
      Set<String> needed = new HashSet<>(Set.of("406", "500"));
      JsonNode node = operation.node();
      if (!node.path("security").isEmpty()) {
        needed.addAll(Set.of("401", "503"));
      }
      needed.addAll(node.has("x-roles") ? Set.of("403") : Set.of());
      needed.addAll(operation.pointer().contains("{id}") ? Set.of("404") : Set.of());
      if (node.has("requestBody")) {
        needed.addAll(Set.of("400", "413", "415", "503"));
      }
      JsonNode read = node.at("/requestBody/content");
      boolean refusesContent = (read.has(JSON) || read.has(MERGE_PATCH)) && !tellsWhatItFinds(node);
      needed.addAll(refusesContent ? Set.of("422") : Set.of());
      if (node.path("parameters").toString().contains("/IfMatch")) {
        needed.addAll(Set.of("412", "428"));
      }
      if (node.path("parameters").toString().contains("/IdempotencyKey")) {
        needed.add("409");
      }
      for (String status : needed) {
        check(operation, node.path("responses").has(status), "status " + status);
      }
    }
  }

  private void errors() {
    for (Place operation : files.operations()) {
      for (Map.Entry<String, JsonNode> response : operation.node().path("responses").properties()) {
        if (response.getKey().compareTo("400") >= 0) {
          JsonNode content =
              files.resolved(operation.in(response.getValue())).node().path("content");
          String schema = content.at("/" + PROBLEM.replace("/", "~1") + "/schema/$ref").asText();
          // OAuth has an error format of its own (RFC 6749 § 5.2), which holds the members of a
          // problem too.
          boolean oauth =
              content.at("/application~1json/schema/$ref").asText().endsWith("/TokenError");
          check(
              operation,
              content.size() == 1 && (schema.endsWith("/Problem") || oauth),
              response.getKey() + " as problem+json");
        }
      }
    }
  }

  private void bodies() {
    for (Place operation : files.operations()) {
      for (Map.Entry<String, JsonNode> content :
          operation.node().at("/requestBody/content").properties()) {
        check(
            operation,
            content.getValue().has("example") || content.getValue().has("examples"),
            "example");
        if (Set.of(JSON, MERGE_PATCH).contains(content.getKey())) {
          checkClosed(patched(operation.in(content.getValue().path("schema"))));
        }
      }
    }
  }

  private void terms() {
    for (Place schema : files.schemas()) {
      check(schema, isJapanese(schema.node()), "description with the Japanese term");
      for (Map.Entry<String, JsonNode> property : schema.node().path("properties").properties()) {
        check(
            schema,
            isJapanese(property.getValue()),
            property.getKey() + ": description with the Japanese term");
      }
    }
    for (Place parameter : files.parameters()) {
      check(parameter, isJapanese(parameter.node()), "description with the Japanese term");
    }
  }

  private void names() {
    for (Place schema : files.schemas()) {
      String name = schema.pointer().substring(schema.pointer().lastIndexOf('/') + 1);
      check(schema, PASCAL.matcher(name).matches(), "name in PascalCase");
      checkNames(schema, schema.node());
    }
    for (Place parameter : files.parameters()) {
      JsonNode node = parameter.node();
      boolean header = node.path("in").asText().equals("header");
      check(
          parameter,
          header || CAMEL.matcher(node.path("name").asText()).matches(),
          "name in camelCase");
      node.at("/schema/enum")
          .forEach(
              word ->
                  check(parameter, WORD.matcher(word.asText()).matches(), "words in lower case"));
    }
    for (Place operation : files.operations()) {
      String path =
          operation
              .pointer()
              .replaceFirst("^/paths/", "")
              .replaceFirst("/[a-z]+$", "")
              .replace("~1", "/");
      check(operation, PATH.matcher(path).matches(), "path in kebab-case: " + path);
    }
  }

  private void plainness() {
    for (Place place : files.everywhere()) {
      for (String word : List.of("oneOf", "anyOf", "allOf", "nullable")) {
        check(place, !place.node().has(word), "no " + word);
      }
      check(place, !place.node().isNull(), "no null");
    }
  }

  private void checkNames(Place schema, JsonNode node) {
    if (node.has(FOREIGN)) {
      return;
    }
    node.path("enum")
        .forEach(
            code ->
                check(
                    schema, CODE.matcher(code.asText()).matches(), "code in UPPER_SNAKE: " + code));
    for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
      check(
          schema,
          CAMEL.matcher(property.getKey()).matches(),
          "member in camelCase: " + property.getKey());
      checkNames(schema, property.getValue());
    }
  }

  // A merge patch of a document with nested objects may hold null at any depth, which a schema here
  // cannot
  // say; then the schema names the document, and that one is closed.
  private Place patched(Place written) {
    Place schema = files.resolved(written);
    return schema.node().has(PATCH_OF) ? schema.in(schema.node().path(PATCH_OF)) : written;
  }

  private void checkClosed(Place written) {
    Place schema = files.resolved(written);
    if (schema.node().path("type").asText().equals("object")) {
      check(
          schema,
          schema.node().path("additionalProperties").isBoolean()
              && !schema.node().path("additionalProperties").asBoolean(),
          "additionalProperties: false");
      schema.node().path("properties").forEach(property -> checkClosed(schema.in(property)));
    }
    if (schema.node().has("items")) {
      checkClosed(schema.in(schema.node().path("items")));
    }
  }

  private List<String> declaredTags(Place operation) {
    return StreamSupport.stream(files.file(operation.file()).path("tags").spliterator(), false)
        .map(tag -> tag.path("name").asText())
        .toList();
  }

  private static boolean isJapanese(JsonNode node) {
    return JAPANESE.matcher(node.path("description").asText()).find();
  }

  private void check(Place place, boolean right, String expected) {
    seen++;
    if (!right) {
      faults.add(place.file() + place.pointer() + ": " + expected);
    }
  }
}
