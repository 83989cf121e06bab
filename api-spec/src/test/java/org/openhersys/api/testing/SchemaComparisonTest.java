package org.openhersys.api.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhersys.api.testing.SampleResources.Books;
import org.openhersys.api.testing.SampleResources.OtherBooks;
import org.openhersys.api.testing.SampleResources.Readers;

/**
 * Schemas and records, in both directions and down to the last member: {@code sample.yaml}, changed
 * in one place.
 */
class SchemaComparisonTest {
  private final Specification contract = Specification.at("/contract/", "sample");

  @Test
  void memberThatIsNotInTheRecordIsFound() {
    at("/components/schemas/Book/properties").putObject("colour").put("type", "string");
    assertDifference("POST /books: response 201/colour: in the contract, not in Book");
  }

  @Test
  void memberThatIsNotInTheContractIsFound() {
    at("/components/schemas/NewBook/properties").remove("bought");
    assertDifference("POST /books: request/bought: in NewBook, not in the contract");
  }

  @Test
  void membersOfNestedRecordsAreCompared() {
    at("/components/schemas/Author/properties").putObject("age").put("type", "integer");
    assertDifference("GET /books: response 200[]/author/age: in the contract, not in Author");
    assertDifference("POST /books: request/author/age: in the contract, not in Author");
  }

  @Test
  void unwrappedMembersAreCompared() {
    at("/components/schemas/Book/properties").remove("pages");
    assertDifference("GET /books/{id}: response 200/pages: in Book, not in the contract");
  }

  @ParameterizedTest
  @CsvSource({
    "id, string, '', 'string in the contract, UUID in the code'",
    "bought, string, date-time, 'string, date-time in the contract, LocalDate in the code'",
    "addedAt, string, date, 'string, date in the contract, Instant in the code'",
    "title, string, uuid, 'string, uuid in the contract, String in the code'",
    "title, integer, '', 'integer in the contract, String in the code'",
    "pages, number, '', 'number in the contract, int in the code'",
    "pages, string, '', 'string in the contract, int in the code'",
    "kind, object, '', 'object in the contract, Kind in the code'",
    "tags, string, '', 'string in the contract, List in the code'",
    "author, array, '', 'array in the contract, Author in the code'"
  })
  void memberOfAnotherTypeIsFound(String member, String type, String format, String expected) {
    ObjectNode property =
        at("/components/schemas/Book/properties").putObject(member).put("type", type);
    if (!format.isEmpty()) {
      property.put("format", format);
    }
    assertDifference("GET /books/{id}: response 200/" + member + ": " + expected);
  }

  @Test
  void itemsOfListsAreCompared() {
    at("/components/schemas/Book/properties/tags/items").put("type", "integer");
    assertDifference(
        "GET /books/{id}: response 200/tags[]: integer in the contract, String in the code");
  }

  @Test
  void codesAreComparedWithConstants() {
    at("/components/schemas/Kind").withArray("/enum").add("POEM");
    assertDifference(
        "POST /books: request/kind: codes [GUIDE, NOVEL, POEM] in the contract, [GUIDE, NOVEL] in the code");
  }

  @Test
  void codeAsTextInRequestIsFound() {
    assertDifference(
        "POST /books: request/kind: one of [GUIDE, NOVEL] in the contract, String in the code",
        OtherBooks.class);
  }

  @Test
  void primitiveForWhatMayBeAbsentIsFound() {
    ObjectNode count = at("/paths").putObject("/books/count").putObject("post");
    count
        .putObject("requestBody")
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("type", "object")
        .putObject("properties")
        .putObject("count")
        .put("type", "integer");
    assertDifference(
        "POST /books/count: request/count: may be absent in the contract, a primitive cannot",
        OtherBooks.class);
  }

  private ObjectNode at(String pointer) {
    return (ObjectNode) contract.document().at(pointer);
  }

  private void assertDifference(String expected) {
    assertDifference(expected, Books.class, Readers.class);
  }

  private void assertDifference(String expected, Class<?>... resources) {
    List<String> found = ContractComparison.differences(contract, resources);
    assertTrue(found.contains(expected), () -> String.join("\n", found));
  }
}
