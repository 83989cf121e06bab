package org.openhersys.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;
import org.openhersys.api.problem.Severity;

class BodyReaderTest {
  private BodyReader reader;

  record Person(
      String name,
      Severity severity,
      LocalDate birthDate,
      UUID id,
      Integer age,
      List<Person> children) {}

  @BeforeEach
  void aStrictReader() {
    JsonMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    new StrictJson().customize(mapper);
    reader = new BodyReader(mapper);
  }

  @Test
  void whatIsWellFormedIsRead() {
    Body<Person> body =
        read("{\"name\":\"𠮷田\uDB40\uDD00 髙﨑\",\"birthDate\":\"1980-02-29\",\"age\":40}");

    assertEquals("𠮷田\uDB40\uDD00 髙﨑", body.valid().name());
    assertEquals(LocalDate.of(1980, 2, 29), body.valid().birthDate());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name":1}                       | TYPE_WRONG      | /name
          {"name":true}                    | TYPE_WRONG      | /name
          {"name":{}}                      | TYPE_WRONG      | /name
          {"age":"40"}                     | TYPE_WRONG      | /age
          {"age":1.5}                      | TYPE_WRONG      | /age
          {"severity":1}                   | TYPE_WRONG      | /severity
          {"birthDate":20200101}           | TYPE_WRONG      | /birthDate
          {"children":{}}                  | TYPE_WRONG      | /children
          {"id":5}                         | TYPE_WRONG      | /id
          {"nickname":"x"}                 | FIELD_UNKNOWN   | /nickname
          {"children":[{"a/b":"x"}]}       | FIELD_UNKNOWN   | /children/0/a~1b
          {"name":"a","name":"b"}          | FIELD_DUPLICATE | ``
          {"name":"a"                      | JSON_UNREADABLE | ``
          {"name":"a"} {}                  | JSON_UNREADABLE | ``
          null                             | BODY_MISSING    | ``
          """)
  void aFaultOfFormIsAnswered400WithItsPlace(String json, String code, String pointer) {
    ProblemException problem = assertThrows(ProblemException.class, () -> read(json));

    assertEquals(ProblemType.MALFORMED_REQUEST, problem.type());
    assertEquals(code, problem.errors().get(0).code());
    assertEquals(pointer, problem.errors().get(0).pointer());
  }

  @Test
  void anEmptyBodyATooDeepOneAndOneThatIsNotUtf8AreRefused() {
    assertThrows(ProblemException.class, () -> read(""));
    assertThrows(
        ProblemException.class, () -> read("{\"children\":[".repeat(40) + "]}".repeat(40)));
    assertThrows(
        ProblemException.class,
        () ->
            reader.read(
                "{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1), Person.class));
  }

  @Test
  void unreadableValuesAreCollectedAndAnsweredTogether() {
    Body<Person> body =
        read(
            """
            {"name":"a\\u0000b","severity":"FATAL","birthDate":"2026-02-30","id":"7","children":[{"name":"\\ud800"},{"birthDate":""},{"severity":""}]}
            """);

    List<String> found = body.findings().stream().map(f -> f.pointer() + " " + f.code()).toList();
    assertEquals(
        List.of(
            "/name TEXT_UNREADABLE",
            "/severity CODE_UNKNOWN",
            "/birthDate DATE_UNREADABLE",
            "/id ID_UNREADABLE",
            "/children/0/name TEXT_UNREADABLE",
            "/children/1/birthDate DATE_UNREADABLE",
            "/children/2/severity CODE_UNKNOWN"),
        found);
    assertNull(body.value().birthDate());
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                body.valid(
                    List.of(
                        Finding.error("/age", "TOO_OLD", "", ""),
                        Finding.error("/id", "MISSING", "", ""))));
    assertEquals(ProblemType.INVALID_CONTENT, problem.type());
    assertEquals(
        8, problem.errors().size(), "a rule adds nothing about a field that was unreadable");
  }

  private Body<Person> read(String json) {
    return reader.read(json.getBytes(StandardCharsets.UTF_8), Person.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"})
  void anotherEncodingIsNotGuessed(String charset) {
    byte[] body = "{\"name\":\"a\"}".getBytes(Charset.forName(charset));

    assertThrows(ProblemException.class, () -> reader.read(body, Person.class));
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    assertEquals("a", read("\ufeff{\"name\":\"a\"}").valid().name());
  }

  @Test
  void thereIsNoYearZero() {
    assertEquals(1, read("{\"birthDate\":\"0000-01-01\"}").findings().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x"})
  void aTreeHoldsTextOnlyToo(String noText) {
    byte[] body = "{\"a\":[{\"b\":\"%s\"}]}".formatted(noText).getBytes(StandardCharsets.UTF_8);

    Body<JsonNode> tree = reader.read(body, JsonNode.class);

    assertEquals("TEXT_UNREADABLE", tree.findings().get(0).code());
    assertEquals("/a/0/b", tree.findings().get(0).pointer());
  }
}
