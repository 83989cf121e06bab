package org.openhersys.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The cases of RFC 7396, appendix A, of which the patch is an object, and some of the others. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":\"b\"}           | {\"a\":\"c\"}                   | {\"a\":\"c\"}",
        "{\"a\":\"b\"}           | {\"b\":\"c\"}                   | {\"a\":\"b\",\"b\":\"c\"}",
        "{\"a\":\"b\"}           | {\"a\":null}                    | {}",
        "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null}                  | {\"b\":\"c\"}",
        "{\"a\":[\"b\"]}         | {\"a\":\"c\"}                   | {\"a\":\"c\"}",
        "{\"a\":\"c\"}           | {\"a\":[\"b\"]}                 | {\"a\":[\"b\"]}",
        "{\"a\":{\"b\":\"c\"}}   | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
        "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]}                     | {\"a\":[1]}",
        "[\"a\",\"b\"]           | [\"c\",\"d\"]                   | [\"c\",\"d\"]",
        "{\"a\":\"b\"}           | [\"c\"]                         | [\"c\"]",
        "{\"a\":\"foo\"}         | \"bar\"                         | \"bar\"",
        "{\"e\":null}            | {\"a\":1}                       | {\"e\":null,\"a\":1}",
        "[1,2]                   | {\"a\":\"b\",\"c\":null}        | {\"a\":\"b\"}",
        "{}                      | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}"
      })
  void aPatchIsMergedAsTheRfcSays(String target, String patch, String result)
      throws JsonProcessingException {
    assertEquals(
        JSON.readTree(result), MergePatch.apply(JSON.readTree(target), JSON.readTree(patch)));
  }

  @Property
  void aPatchMovesTheDocumentAndIsThenWithoutEffect(
      @ForAll("documents") JsonNode target, @ForAll("documents") JsonNode patch) {
    JsonNode before = target.deepCopy();

    JsonNode merged = MergePatch.apply(target, patch);

    assertEquals(before, target);
    assertEquals(merged, MergePatch.apply(merged, patch));
  }

  @Provide
  Arbitrary<JsonNode> documents() {
    Arbitrary<String> names = Arbitraries.of("a", "b", "c/d", "e~f");
    Arbitrary<Object> values = Arbitraries.of("x", "y", 1, true);
    Arbitrary<Object> lists = values.list().ofMaxSize(3).map(list -> list);
    Arbitrary<Object> groups =
        Arbitraries.maps(names, Arbitraries.oneOf(values, lists)).ofMaxSize(3).map(map -> map);
    Arbitrary<Map<String, Object>> documents =
        Arbitraries.maps(names, Arbitraries.oneOf(values, lists, groups)).ofMaxSize(4);
    return documents.map(map -> JSON.<ObjectNode>valueToTree(map));
  }
}
