package org.openhersys.api.paging;

import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/** How many items a page holds: 1 to 500, 100 unless told. */
public record PageLimit(int value) {
  private static final int DEFAULT = 100;
  private static final int MOST = 500;

  /**
   * The limit that was asked for.
   *
   * @param asked the query parameter, or null
   * @throws ProblemException 422 when out of bounds
   */
  public static PageLimit of(@Nullable Integer asked) {
    if (asked == null) {
      return new PageLimit(DEFAULT);
    }
    if (asked < 1 || asked > MOST) {
      throw ProblemException.invalidContent(
          "", "LIMIT_OUT_OF_BOUNDS", "limitは1〜500です", "limit is 1 to 500");
    }
    return new PageLimit(asked);
  }

  /**
   * The same of the parameter as it was sent.
   *
   * @throws ProblemException 422 when it is no number or out of bounds
   */
  public static PageLimit parse(@Nullable String asked) {
    if (asked == null || asked.matches("[0-9]{1,6}")) {
      return of(asked == null ? null : Integer.valueOf(asked));
    }
    return of(0);
  }

  /** One more than the page, to know whether there is a next one. */
  public int plusOne() {
    return value + 1;
  }
}
