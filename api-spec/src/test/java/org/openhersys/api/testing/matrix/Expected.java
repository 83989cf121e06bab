package org.openhersys.api.testing.matrix;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell: how a request is answered.
 *
 * @param status of HTTP
 * @param withoutObject whether a list is answered, and does not hold the object
 * @param denied whether it is refused after a look at the thing, which is on record
 */
record Expected(int status, boolean withoutObject, boolean denied) {
  private static final Pattern STATUS = Pattern.compile("([1-5][0-9]{2})( ∅)?");
  private static final Expected FOR_THE_ROLE = new Expected(403, false, false);

  /**
   * As it is written: a status, {@code ·} for 403 because of the role, {@code 200 ∅} for a list
   * without the object.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Expected written(String cell) {
    if (cell.equals("·")) {
      return FOR_THE_ROLE;
    }
    Matcher status = STATUS.matcher(cell);
    if (!status.matches()) {
      throw new IllegalArgumentException("no status: " + cell);
    }
    int number = Integer.parseInt(status.group(1));
    return new Expected(number, status.group(2) != null, number == 403 || number == 404);
  }

  /** 401, 403 or 404: then nothing else about the thing may show. */
  boolean isRefusal() {
    return status == 401 || status == 403 || status == 404;
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  @Override
  public String toString() {
    return withoutObject ? status + " ∅" : String.valueOf(status);
  }
}
