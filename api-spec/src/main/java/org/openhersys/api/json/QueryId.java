package org.openhersys.api.json;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/** An id in a query parameter, read as strictly as one in a body. */
public final class QueryId {
  private QueryId() {}

  /**
   * The id, or null where the parameter was not sent.
   *
   * @param parameter its name, for whom it is wrong
   * @throws ProblemException 422 for anything but 36 characters in the usual form (RFC 9562)
   */
  public static @Nullable UUID parse(String parameter, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!StrictId.FORM.matcher(text).matches()) {
      throw ProblemException.invalidContent(
          "", "ID_UNREADABLE", parameter + "はIDの形式ではありません", parameter + " is not an id");
    }
    return UUID.fromString(text);
  }
}
