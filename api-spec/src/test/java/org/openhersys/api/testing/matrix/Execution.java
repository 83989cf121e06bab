package org.openhersys.api.testing.matrix;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openhersys.api.testing.Contract;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.hostile.Endpoint;

/** Asks for what each cell is about, and collects where the answer is another. */
final class Execution {
  private static final String NO_TAG = "\"x\"";

  private final String contract;
  private final Map<String, Endpoint> endpoints;
  private final Function<Login, String> token;
  private final List<String> differences = new ArrayList<>();
  private final Map<UUID, Denial> denials = new HashMap<>();

  /** How many rows DENIED somebody should have left. */
  private record Denial(String cell, int rows) {}

  Execution(String contract, Map<String, Endpoint> endpoints, Function<Login, String> token) {
    this.contract = contract;
    this.endpoints = endpoints;
    this.token = token;
  }

  /** What was not as the tables say. */
  List<String> differences() {
    return differences;
  }

  /**
   * @param scenes makes another scene when a request has changed the one before
   */
  void execute(Table table, Supplier<Scene> scenes) {
    denials.clear();
    Scene scene = scenes.get();
    for (Map.Entry<String, List<Expected>> row : table.rows().entrySet()) {
      Endpoint endpoint = endpoints.get(row.getKey());
      for (int i = 0; i < table.callers().size() && endpoint != null; i++) {
        String caller = table.callers().get(i);
        String cell = "%s: %s by %s".formatted(table.subject(), endpoint.id(), caller);
        Asking asking = scene.asking(endpoint.id(), caller);
        if (execute(cell, endpoint, asking, row.getValue().get(i))
            && endpoint.changes()
            && !asking.repeatable()) {
          scene = scenes.get();
        }
      }
    }
    compareDenials();
  }

  /** Whether it succeeded. */
  private boolean execute(String cell, Endpoint endpoint, Asking asking, Expected expected) {
    Response answer;
    try {
      answer = send(endpoint, asking);
    } catch (AssertionError notAsTheContractSays) {
      differences.add(cell + ": " + notAsTheContractSays.getMessage());
      return true;
    }
    if (answer.statusCode() != expected.status()) {
      differences.add(
          "%s: %s stands there, answered %d %s"
              .formatted(cell, expected, answer.statusCode(), start(answer)));
    } else if (expected.isSuccess() && asking.object() != null) {
      boolean there = answer.asString().contains("\"id\":\"" + asking.object() + "\"");
      if (there == expected.withoutObject()) {
        differences.add(
            "%s: %s stands there, and it is %s the list"
                .formatted(cell, expected, there ? "in" : "not in"));
      }
    }
    int denied = expected.denied() ? 1 : 0;
    if (expected.isRefusal() && asking.tag() != null) {
      denied *= 2;
      int otherwise = send(endpoint, asking.matching(NO_TAG)).statusCode();
      if (otherwise != answer.statusCode()) {
        differences.add(cell + ": a wrong tag is told apart, by " + otherwise);
      }
    }
    if (asking.caller() != null) {
      denials.put(asking.caller().principal(), new Denial(cell, denied));
    }
    return answer.statusCode() / 100 == 2;
  }

  private Response send(Endpoint endpoint, Asking asking) {
    RequestSpecification request = RestAssured.given().filter(Contract.filter(contract));
    asking.query().forEach(request::queryParam);
    if (asking.caller() != null) {
      request.header("Authorization", "Bearer " + token.apply(asking.caller()));
    }
    if (endpoint.parameters("header").containsKey("Idempotency-Key")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (asking.tag() != null) {
      request.header("If-Match", asking.tag());
    }
    if (endpoint.hasBody()) {
      String charset = endpoint.mediaType().startsWith("text/") ? "; charset=UTF-8" : "";
      body(request.contentType(endpoint.mediaType() + charset), endpoint, asking);
    }
    return request.request(endpoint.method(), endpoint.path(asking.path()));
  }

  private static void body(RequestSpecification request, Endpoint endpoint, Asking asking) {
    String body = asking.body() != null ? asking.body() : endpoint.example().toString();
    if (!endpoint.isForm()) {
      request.body(body.getBytes(StandardCharsets.UTF_8));
      return;
    }
    for (String field : body.split("&", -1)) {
      String[] parts = field.split("=", 2);
      request.formParam(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
  }

  private void compareDenials() {
    Map<UUID, Integer> found = new HashMap<>();
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.createQuery(
                        "select principal_id, count(*) from audit.access_log where outcome = 'DENIED' group by 1")
                    .map((row, context) -> found.put(row.getObject(1, UUID.class), row.getInt(2)))
                    .list());
    denials.forEach(
        (principal, denial) -> {
          int rows = found.getOrDefault(principal, 0);
          if (rows != denial.rows()) {
            differences.add(
                "%s: %d rows DENIED in the access log instead of %d"
                    .formatted(denial.cell(), rows, denial.rows()));
          }
        });
  }

  private static String start(Response answer) {
    String body = answer.asString();
    return body.length() > 200 ? body.substring(0, 200) + "…" : body;
  }
}
