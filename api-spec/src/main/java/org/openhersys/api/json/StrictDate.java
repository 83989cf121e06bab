package org.openhersys.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/**
 * {@code YYYY-MM-DD} of a day that exists; 2026-02-30 is unreadable, not the first of March, and
 * there is no year 0000.
 */
final class StrictDate extends StdScalarDeserializer<LocalDate> {
  private static final long serialVersionUID = 1L;
  private static final int LENGTH = "YYYY-MM-DD".length();
  private static final String NO_YEAR = "0000";
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  StrictDate() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
    }
    String text = parser.getText();
    try {
      // Longer years would come with a sign, which the form does not have.
      if (text.length() == LENGTH && !text.startsWith(NO_YEAR)) {
        return LocalDate.parse(text, FORM);
      }
    } catch (DateTimeParseException unreadable) {
      // Told below, like every other text that is no date.
    }
    return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a date");
  }
}
