package org.openhersys.api.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples that the contracts show are examples of what they say. */
class PublishedExamplesTest {
  private static final String ID = "0199b2f4-7c1e-7a4b-8c5d-1f2e3d4c5b6a";

  @ParameterizedTest
  @ValueSource(strings = {"identity", "notification", "case-tracking"})
  void publishedExamplesConform(String service) {
    Specification specification = Specification.of(service);
    Contract published = new Contract(service, specification);
    int examples = 0;
    for (Specification.Operation operation : specification.operations()) {
      JsonNode content = operation.definition().at("/requestBody/content/application~1json");
      if (content.has("example")) {
        Request request =
            new SimpleRequest.Builder(operation.method(), path(specification, operation))
                .withContentType("application/json")
                .withHeader("Idempotency-Key", "sample-key-1")
                .withHeader("If-Match", "\"1\"")
                .withBody(content.get("example").toString())
                .build();
        assertEquals(List.of(), published.faultsOf(request), operation.name());
        examples++;
      }
    }
    assertTrue(examples > 0);
  }

  /** With the parameters' own examples; what has none is an id. */
  private static String path(Specification specification, Specification.Operation operation) {
    String path = operation.path();
    for (JsonNode written : operation.definition().path("parameters")) {
      JsonNode parameter = specification.resolved(written);
      path =
          path.replace(
              "{" + parameter.path("name").asText() + "}", parameter.path("example").asText(ID));
    }
    return path;
  }
}
