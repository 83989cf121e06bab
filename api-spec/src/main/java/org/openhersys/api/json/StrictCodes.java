package org.openhersys.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/**
 * Codes are strings that equal a constant's name; another string, the empty one too, is an unknown
 * code.
 */
final class StrictCodes extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonDeserializer<?> modifyEnumDeserializer(
      DeserializationConfig config,
      JavaType type,
      BeanDescription description,
      JsonDeserializer<?> usual) {
    return new StrictCode(type.getRawClass());
  }

  private static final class StrictCode extends StdScalarDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    StrictCode(Class<?> codes) {
      super(codes);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return context.handleUnexpectedToken(handledType(), parser);
      }
      String text = parser.getText();
      for (Object code : handledType().getEnumConstants()) {
        if (((Enum<?>) code).name().equals(text)) {
          return code;
        }
      }
      return context.handleWeirdStringValue(handledType(), text, "unknown code");
    }
  }
}
