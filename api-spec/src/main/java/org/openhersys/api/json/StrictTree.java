package org.openhersys.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JSON that is taken as it is, such as a merge patch: its strings are text as everywhere ({@link
 * StrictText}). Left alone, a lone surrogate would become a question mark when the tree is written.
 */
final class StrictTree<T extends JsonNode> extends StdDeserializer<T> {
  private static final long serialVersionUID = 1L;

  StrictTree(Class<T> kind) {
    super(kind);
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    JsonNode tree =
        JsonNodeDeserializer.getDeserializer(handledType()).deserialize(parser, context);
    String here = parser.getParsingContext().pathAsPointer().toString();
    for (String place : withoutText(tree, here, new ArrayList<>())) {
      UnreadableValues.foundNoText(context, place);
    }
    @SuppressWarnings("unchecked") // made by the deserializer of that kind
    T checked = (T) tree;
    return checked;
  }

  /** Absent, that is {@code null}, stays what the usual reader makes of it. */
  @Override
  public T getNullValue(DeserializationContext context) throws JsonMappingException {
    @SuppressWarnings("unchecked") // the same
    T absent = (T) JsonNodeDeserializer.getDeserializer(handledType()).getNullValue(context);
    return absent;
  }

  private static List<String> withoutText(JsonNode tree, String pointer, List<String> found) {
    if (tree.isTextual() && !StrictText.isText(tree.textValue())) {
      found.add(pointer);
    }
    tree.properties()
        .forEach(member -> withoutText(member.getValue(), pointer + "/" + escaped(member), found));
    for (int i = 0; tree.isArray() && i < tree.size(); i++) {
      withoutText(tree.get(i), pointer + "/" + i, found);
    }
    return found;
  }

  private static String escaped(Map.Entry<String, JsonNode> member) {
    return member.getKey().replace("~", "~0").replace("/", "~1");
  }
}
