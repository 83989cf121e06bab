package org.openhersys.api.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The filter, before a server that answers what it is told to, against the small contract {@code
 * sample.yaml} and against the published ones.
 */
class ContractTest {
  private static final String ID = "0199b2f4-7c1e-7a4b-8c5d-1f2e3d4c5b6a";
  private static final String BOOK =
      """
      {"id": "%s", "title": "架空の本", "pages": 12, "bought": "2026-11-23", "addedAt": "2026-11-23T09:00:00.123456789Z", "kind": "NOVEL"}"""
          .formatted(ID);
  private static final String PROBLEM =
      """
      {"type": "urn:sample:not-found", "title": "見つかりません", "status": 404}""";

  private final Filter contract = new Contract("sample", Specification.at("/contract/", "sample"));
  private HttpServer server;
  private int status = 200;
  private String body = BOOK;
  private Map<String, String> headers = Map.of("Content-Type", "application/json", "ETag", "\"1\"");

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          headers.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void conformingResponsePasses() {
    assertEquals(200, read().statusCode());
  }

  @Test
  void undeclaredStatusFails() {
    status = 202;
    assertFault("status 202 not defined");
  }

  @Test
  void undeclaredMemberFails() {
    body = BOOK.replace("{", "{\"colour\": \"red\", ");
    assertFault("[\"colour\"]");
  }

  @Test
  void missingRequiredMemberFails() {
    body = BOOK.replace("\"title\": \"架空の本\", ", "");
    assertFault("[\"title\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23\",|2026-02-30\",",
        "2026-11-23T09:00:00.123456789Z|2026-11-23 09:00",
        ID + "|1",
        "NOVEL|POEM",
        "12|\"12\"",
        "12|0",
        "\"架空の本\"|7",
        "\"架空の本\"|null",
        "}|, \"author\": {\"name\": \"架空 太郎\", \"age\": 40}}",
        "}|, \"tags\": [1]}"
      })
  void memberOfAnotherFormFails(String right, String wrong) {
    body = BOOK.replace(right, wrong);
    assertFault("response: ");
  }

  @Test
  void missingBodyFails() {
    body = "";
    assertFault("response: ");
  }

  @Test
  void missingHeaderFails() {
    headers = Map.of("Content-Type", "application/json");
    assertFault("ETag");
  }

  @Test
  void otherMediaTypeFails() {
    headers = Map.of("Content-Type", "text/html", "ETag", "\"1\"");
    assertFault("text/html");
  }

  @Test
  void problemOfTheSharedFilePasses() {
    problem(404, PROBLEM);
    assertEquals(404, read().statusCode());
  }

  @Test
  void problemWithAnotherStatusThanItsResponseFails() {
    problem(404, PROBLEM.replace("404", "410"));
    assertFault("the problem says status 410");
  }

  @Test
  void problemWithUnknownMemberFails() {
    problem(404, PROBLEM.replace("{", "{\"stack\": \"at x\", "));
    assertFault("[\"stack\"]");
  }

  @Test
  void unknownPathMayBeRefused() {
    problem(404, PROBLEM);
    assertEquals(404, request().get("/nothing").statusCode());
  }

  @Test
  void unknownPathMayNotBeServed() {
    AssertionError failure = assertThrows(AssertionError.class, () -> request().get("/nothing"));
    assertTrue(failure.getMessage().contains("not in the contract"), failure.getMessage());
  }

  @Test
  void unknownMethodMayBeRefused() {
    problem(405, PROBLEM.replace("404", "405"));
    assertEquals(405, request().delete("/books").statusCode());
  }

  @Test
  void literalPathIsPreferredToTemplate() {
    body = "{\"count\": 1}";
    assertEquals(200, request().get("/books/count").statusCode());
  }

  @Test
  void conformingRequestPasses() {
    status = 201;
    assertEquals(201, add("{\"title\": \"架空の本\", \"kind\": \"NOVEL\"}").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": \"架空の本\", \"colour\": \"red\"}",
        "{\"title\": 7}",
        "{\"title\": \"架空の本\", \"kind\": \"POEM\"}",
        "{\"title\": \"架空の本\", \"bought\": \"yesterday\"}"
      })
  void wrongRequestThatSucceedsFails(String sent) {
    status = 201;
    AssertionError failure = assertThrows(AssertionError.class, () -> add(sent));
    assertTrue(failure.getMessage().contains("request: "), failure.getMessage());
  }

  @Test
  void wrongRequestThatIsRefusedPasses() {
    problem(422, PROBLEM.replace("404", "422"));
    assertEquals(422, add("{\"title\": 7}").statusCode());
  }

  @Test
  void missingHeaderOfSuccessfulRequestFails() {
    status = 201;
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () -> request().contentType("application/json").body("{}").post("/books"));
    assertTrue(failure.getMessage().contains("Idempotency-Key"), failure.getMessage());
  }

  @Test
  void queryParametersAreChecked() {
    body = "[]";
    assertEquals(200, request().queryParam("limit", 5).get("/books").statusCode());
    AssertionError failure =
        assertThrows(AssertionError.class, () -> request().get("/books?limit=many"));
    assertTrue(failure.getMessage().contains("limit"), failure.getMessage());
  }

  @Test
  void formsAreChecked() {
    body = "";
    status = 204;
    headers = Map.of();
    assertEquals(204, request().formParam("name", "架空 太郎").post("/readers").statusCode());
    AssertionError failure =
        assertThrows(
            AssertionError.class, () -> request().formParam("nam", "架空 太郎").post("/readers"));
    assertTrue(failure.getMessage().contains("name"), failure.getMessage());
  }

  @Test
  void tokenIsNotAskedFor() {
    assertEquals(200, request().auth().oauth2("token").get("/books/" + ID).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "notification", "case-tracking"})
  void publishedContractsAreRead(String service) {
    problem(
        404,
        """
        {"type": "urn:openhersys:problem:not-found", "title": "見つかりません", "status": 404, "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""");
    int answered =
        given()
            .port(server.getAddress().getPort())
            .filter(Contract.filter(service))
            .get("/nothing")
            .statusCode();
    assertEquals(404, answered);
  }

  private void problem(int answered, String text) {
    status = answered;
    body = text;
    headers = Map.of("Content-Type", "application/problem+json", "Content-Language", "ja");
  }

  private RequestSpecification request() {
    return given().port(server.getAddress().getPort()).filter(contract);
  }

  private Response read() {
    return request().get("/books/" + ID);
  }

  private Response add(String sent) {
    return request()
        .contentType("application/json")
        .header("Idempotency-Key", "sample-key-1")
        .body(sent)
        .post("/books");
  }

  private void assertFault(String part) {
    AssertionError failure = assertThrows(AssertionError.class, this::read);
    assertTrue(failure.getMessage().contains(part), failure.getMessage());
  }
}
