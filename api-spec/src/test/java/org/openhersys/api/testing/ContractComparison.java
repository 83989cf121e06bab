package org.openhersys.api.testing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares a contract with the resource classes that serve it, in both directions: operations,
 * parameters, media types, request and response schemas with the records, and who is admitted
 * ({@code x-roles} and scopes with {@code @RolesAllowed}). What only shows when a request is
 * answered (statuses, headers, required members) is for {@link Contract}.
 */
public final class ContractComparison {
  /** Read beneath the resources, for every operation alike. */
  private static final Set<String> COMMON_HEADERS = Set.of("header Accept-Language");

  private static final String JSON = "application/json";
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final Specification specification;
  private final List<String> differences = new ArrayList<>();

  private ContractComparison(Specification specification) {
    this.specification = specification;
  }

  /**
   * Compares a service's contract with all its resource classes.
   *
   * @param service {@code identity}, {@code notification} or {@code case-tracking}
   * @throws AssertionError that lists every difference
   */
  public static void compare(String service, Class<?>... resources) {
    List<String> differences = differences(Specification.of(service), resources);
    if (!differences.isEmpty()) {
      throw new AssertionError(
          "%s.yaml and the resources differ in %d places:%n  - %s"
              .formatted(service, differences.size(), String.join("\n  - ", differences)));
    }
  }

  static List<String> differences(Specification specification, Class<?>... resources) {
    ContractComparison comparison = new ContractComparison(specification);
    comparison.compareOperations(resources);
    return comparison.differences;
  }

  private void compareOperations(Class<?>... resources) {
    Map<String, Specification.Operation> written =
        specification.operations().stream()
            .collect(
                Collectors.toMap(Specification.Operation::name, o -> o, (a, b) -> a, TreeMap::new));
    Map<String, JaxRsOperation> served = new TreeMap<>();
    for (Class<?> resource : resources) {
      for (JaxRsOperation operation : JaxRsOperations.of(resource)) {
        if (served.put(operation.name(), operation) != null) {
          differences.add(operation.name() + ": served twice");
        }
      }
    }
    for (String name : union(written.keySet(), served.keySet())) {
      if (!served.containsKey(name)) {
        differences.add(name + ": in the contract, not served");
      } else if (!written.containsKey(name)) {
        differences.add(name + ": served by " + served.get(name).where() + ", not in the contract");
      } else {
        compare(name, written.get(name).definition(), served.get(name));
      }
    }
  }

  private void compare(String name, JsonNode written, JaxRsOperation served) {
    compareParameters(name, written, served);
    compareRequest(name, written, served);
    compareResponse(name, written, served);
    String admitted = admitted(written);
    if (!admitted.equals(served.admitted())) {
      differences.add(
          name + ": the contract admits " + admitted + ", the code " + served.admitted());
    }
  }

  private void compareParameters(String name, JsonNode written, JaxRsOperation served) {
    Map<String, JsonNode> expected = new LinkedHashMap<>();
    for (JsonNode node : written.path("parameters")) {
      JsonNode parameter = specification.resolved(node);
      expected.put(
          parameter.path("in").asText() + " " + parameter.path("name").asText(),
          parameter.path("schema"));
    }
    for (String parameter : union(expected.keySet(), served.parameters().keySet())) {
      if (COMMON_HEADERS.contains(parameter)) {
        continue;
      }
      if (!served.parameters().containsKey(parameter)) {
        differences.add(name + ": " + parameter + ": in the contract, not read");
      } else if (!expected.containsKey(parameter)) {
        differences.add(name + ": " + parameter + ": read, not in the contract");
      } else {
        SchemaComparison.ofParameter(specification, differences)
            .compare(
                name + ": " + parameter,
                expected.get(parameter),
                served.parameters().get(parameter));
      }
    }
  }

  private void compareRequest(String name, JsonNode written, JaxRsOperation served) {
    JsonNode content = specification.resolved(written.path("requestBody")).path("content");
    compareMediaTypes(name + ": request", content, served.consumes());
    JsonNode form = content.path("application/x-www-form-urlencoded");
    if (!form.isMissingNode()) {
      compareForm(name + ": form", specification.resolved(form.path("schema")), served);
      return;
    }
    served
        .form()
        .keySet()
        .forEach(
            field -> differences.add(name + ": form " + field + ": read, not in the contract"));
    JsonNode schema = content.path(content.has(MERGE_PATCH) ? MERGE_PATCH : JSON).path("schema");
    boolean streamed = !content.isEmpty() && served.request() == InputStream.class;
    if (streamed && schema.isMissingNode()) {
      // A body that is no JSON is read by the code itself.
      return;
    }
    if (schema.isMissingNode() != (served.request() == null)) {
      differences.add(
          name
              + (schema.isMissingNode()
                  ? ": the code reads a body, the contract has none"
                  : ": the contract has a body, the code reads none"));
    } else if (served.request() != null) {
      SchemaComparison.ofRequest(specification, differences)
          .compare(name + ": request", schema, served.request());
    }
  }

  private void compareForm(String name, JsonNode schema, JaxRsOperation served) {
    // A form that is taken whole is read by the code itself.
    if (served.request() != null) {
      return;
    }
    Map<String, JsonNode> expected = new LinkedHashMap<>();
    schema.path("properties").properties().forEach(p -> expected.put(p.getKey(), p.getValue()));
    for (String field : union(expected.keySet(), served.form().keySet())) {
      if (!served.form().containsKey(field)) {
        differences.add(name + " " + field + ": in the contract, not read");
      } else if (!expected.containsKey(field)) {
        differences.add(name + " " + field + ": read, not in the contract");
      }
    }
  }

  private void compareResponse(String name, JsonNode written, JaxRsOperation served) {
    for (Map.Entry<String, JsonNode> response : written.path("responses").properties()) {
      if (!response.getKey().startsWith("2")) {
        continue;
      }
      String place = name + ": response " + response.getKey();
      if (served.status() != null && !served.status().equals(response.getKey())) {
        differences.add(place + ": the code answers " + served.status());
      }
      JsonNode content = specification.resolved(response.getValue()).path("content");
      compareMediaTypes(place, content, served.produces());
      JsonNode schema = content.path("application/json").path("schema");
      if (!content.isEmpty() && schema.isMissingNode() && served.response() == byte[].class) {
        // A file is no JSON; its media type is compared above.
        continue;
      }
      if (schema.isMissingNode() && !content.isEmpty() && served.response() == Response.class) {
        // An answer that is no JSON is written by the code itself.
        continue;
      }
      if (schema.isMissingNode() != (served.response() == null)) {
        differences.add(
            place
                + (schema.isMissingNode()
                    ? ": the code answers a body, the contract has none"
                    : ": the contract has a body, the code declares none"));
      } else if (served.response() != null) {
        SchemaComparison.ofResponse(specification, differences)
            .compare(place, schema, served.response());
      }
    }
  }

  private void compareMediaTypes(String place, JsonNode content, Set<String> declared) {
    Set<String> written = new TreeSet<>();
    content.properties().forEach(entry -> written.add(entry.getKey()));
    if (!written.isEmpty() && !declared.isEmpty() && !written.equals(declared)) {
      differences.add(place + ": the contract has " + written + ", the code " + declared);
    }
  }

  private String admitted(JsonNode written) {
    JsonNode security = written.path("security");
    if (security.isMissingNode() || security.isEmpty()) {
      return JaxRsOperation.EVERYBODY;
    }
    Set<String> names = new TreeSet<>();
    written.path("x-roles").forEach(role -> names.add(role.asText()));
    security.forEach(
        way -> way.forEach(scopes -> scopes.forEach(scope -> names.add(scope.asText()))));
    return names.isEmpty() ? JaxRsOperation.AUTHENTICATED : names.toString();
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
