package org.openhersys.api.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.SampleResources.Books;
import org.openhersys.api.testing.SampleResources.OtherBooks;
import org.openhersys.api.testing.SampleResources.Readers;

/**
 * The comparison, with resources that serve {@code sample.yaml} as it stands, and with that
 * contract or a resource changed.
 */
class ContractComparisonTest {
  private final Specification contract = Specification.at("/contract/", "sample");

  @Test
  void resourcesThatServeTheContractDoNotDiffer() {
    assertEquals(List.of(), differences());
  }

  @Test
  void operationThatIsNotServedIsFound() {
    assertDifference("POST /readers: in the contract, not served", Books.class);
  }

  @Test
  void operationThatIsNotInTheContractIsFound() {
    at("/paths").remove("/books/count");
    assertDifference("GET /books/count: served by Books.count, not in the contract");
  }

  @Test
  void methodThatIsNotInTheContractIsFound() {
    at("/paths/~1books").remove("post");
    assertDifference("POST /books: served by Books.add, not in the contract");
  }

  @Test
  void parameterThatIsNotReadIsFound() {
    at("/paths/~1books/get/parameters/0").put("name", "size");
    assertDifference("GET /books: query size: in the contract, not read");
  }

  @Test
  void parameterThatIsNotInTheContractIsFound() {
    at("/paths/~1books/post").remove("parameters");
    assertDifference("POST /books: header Idempotency-Key: read, not in the contract");
  }

  @Test
  void parameterInAnotherPlaceIsFound() {
    at("/paths/~1books/post/parameters/0").put("in", "query");
    assertDifference("POST /books: query Idempotency-Key: in the contract, not read");
  }

  @Test
  void parameterOfAnotherTypeIsFound() {
    at("/paths/~1books/get/parameters/0/schema").put("type", "boolean");
    assertDifference("GET /books: query limit: boolean in the contract, Integer in the code");
  }

  @Test
  void bodyThatIsNotReadIsFound() {
    at("/paths/~1books~1count/get")
        .set("requestBody", at("/paths/~1books/post/requestBody").deepCopy());
    assertDifference("GET /books/count: the contract has a body, the code reads none");
  }

  @Test
  void bodyThatIsNotInTheContractIsFound() {
    at("/paths/~1books/post").remove("requestBody");
    assertDifference("POST /books: the code reads a body, the contract has none");
  }

  @Test
  void answerThatIsNotInTheContractIsFound() {
    at("/paths/~1books~1count/get/responses/200").remove("content");
    assertDifference(
        "GET /books/count: response 200: the code answers a body, the contract has none");
  }

  @Test
  void answerThatIsNotDeclaredIsFound() {
    at("/paths/~1readers/post/responses/204")
        .set("content", at("/paths/~1books~1count/get/responses/200/content").deepCopy());
    assertDifference(
        "POST /readers: response 204: the contract has a body, the code declares none");
  }

  @Test
  void otherStatusIsFound() {
    ObjectNode responses = at("/paths/~1books/post/responses");
    responses.set("200", responses.remove("201"));
    assertDifference("POST /books: response 200: the code answers 201");
  }

  @Test
  void otherMediaTypeIsFound() {
    ObjectNode content = at("/paths/~1books~1{id}/get/responses/200/content");
    content.set("text/csv", content.get("application/json"));
    assertDifference(
        "GET /books/{id}: response 200: the contract has [application/json, text/csv], the code [application/json]");
  }

  @Test
  void formFieldsAreComparedBothWays() {
    ObjectNode fields =
        at(
            "/paths/~1readers/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties");
    fields.set("age", fields.remove("name"));
    assertDifference("POST /readers: form age: in the contract, not read");
    assertDifference("POST /readers: form name: read, not in the contract");
  }

  @Test
  void otherRolesAreFound() {
    at("/paths/~1books/post").withArray("/x-roles").add("PHYSICIAN");
    assertDifference(
        "POST /books: the contract admits [CLERK, PHYSICIAN, book.write], the code [CLERK, book.write]");
  }

  @Test
  void publicOperationIsFound() {
    at("/paths/~1books~1count/get").putArray("security");
    assertDifference(
        "GET /books/count: the contract admits everybody, the code everybody with a token");
  }

  @Test
  void untypedAnswerIsFound() {
    assertDifference(
        "GET /books: response 200: array in the contract, Response in the code", OtherBooks.class);
  }

  @Test
  void operationThatAdmitsNobodyIsFound() {
    assertDifference("GET /books: the contract admits [CLERK], the code nobody", OtherBooks.class);
  }

  @Test
  void operationThatIsServedTwiceIsFound() {
    assertDifference("POST /books: served twice", Books.class, OtherBooks.class, Readers.class);
  }

  @Test
  void failureListsEveryDifference() {
    AssertionError failure =
        assertThrows(
            AssertionError.class, () -> ContractComparison.compare("case-tracking", Readers.class));
    assertTrue(failure.getMessage().contains("GET /api/v1/cases: in the contract, not served"));
    assertTrue(
        failure.getMessage().contains("POST /readers: served by Readers.add, not in the contract"));
  }

  private ObjectNode at(String pointer) {
    return (ObjectNode) contract.document().at(pointer);
  }

  private List<String> differences() {
    return ContractComparison.differences(contract, Books.class, Readers.class);
  }

  private void assertDifference(String expected) {
    assertDifference(expected, Books.class, Readers.class);
  }

  private void assertDifference(String expected, Class<?>... resources) {
    List<String> found = ContractComparison.differences(contract, resources);
    assertTrue(found.contains(expected), () -> String.join("\n", found));
  }
}
