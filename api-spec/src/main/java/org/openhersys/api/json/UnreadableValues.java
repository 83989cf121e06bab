package org.openhersys.api.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * Collects strings that are no date, code, id or text where one belongs, instead of stopping at the
 * first, so that they stand beside the rules' findings in one 422.
 */
final class UnreadableValues extends DeserializationProblemHandler {
  private static final String FOUND = "hersys.unreadable";

  /** The list that a reader attaches as attribute {@link #attribute()}. */
  static List<Finding> collector() {
    return new ArrayList<>();
  }

  static String attribute() {
    return FOUND;
  }

  /**
   * Collects a string within a tree that is no text.
   *
   * @throws com.fasterxml.jackson.databind.exc.InvalidFormatException where nobody collects
   */
  static void foundNoText(DeserializationContext context, String pointer) throws IOException {
    List<Finding> found = collected(context);
    if (found == null) {
      throw context.weirdStringException("", String.class, "not text");
    }
    found.add(finding(pointer, String.class));
  }

  @SuppressWarnings("unchecked") // attached only by BodyReader
  private static @Nullable List<Finding> collected(DeserializationContext context) {
    return (List<Finding>) context.getAttribute(FOUND);
  }

  @Override
  public @Nullable Object handleWeirdStringValue(
      DeserializationContext context, Class<?> target, String value, String reason)
      throws IOException {
    List<Finding> found = collected(context);
    if (found == null || target.isPrimitive()) {
      return NOT_HANDLED;
    }
    found.add(finding(context.getParser().getParsingContext().pathAsPointer().toString(), target));
    return null;
  }

  private static Finding finding(String pointer, Class<?> target) {
    if (target.isEnum()) {
      return Unreadable.CODE.at(pointer);
    }
    if (Temporal.class.isAssignableFrom(target)) {
      return Unreadable.DATE.at(pointer);
    }
    return (target == UUID.class ? Unreadable.ID : Unreadable.TEXT).at(pointer);
  }
}
