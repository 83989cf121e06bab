package org.openhersys.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/** An id in its one usual form, 36 characters (RFC 9562); anything else is no id. */
final class StrictId extends StdScalarDeserializer<UUID> {
  private static final long serialVersionUID = 1L;
  static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  StrictId() {
    super(UUID.class);
  }

  @Override
  public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (UUID) context.handleUnexpectedToken(UUID.class, parser);
    }
    String text = parser.getText();
    return FORM.matcher(text).matches()
        ? UUID.fromString(text)
        : (UUID) context.handleWeirdStringValue(UUID.class, text, "not an id");
  }
}
