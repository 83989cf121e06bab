package org.openhersys.notification.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DifferencesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Property
  void aDocumentDoesNotDifferFromItself(@ForAll("documents") JsonNode document) {
    assertEquals(List.of(), Differences.between(document, document.deepCopy()));
  }

  @Property
  void differencesAreTheSameFromBothSides(
      @ForAll("documents") JsonNode one, @ForAll("documents") JsonNode other) {
    assertEquals(
        List.copyOf(Differences.between(one, other)).stream().sorted().toList(),
        List.copyOf(Differences.between(other, one)).stream().sorted().toList());
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
