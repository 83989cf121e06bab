package org.openhersys.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/**
 * The precondition of a change that the database judges in one function, together with who asks and
 * in what state things are.
 *
 * @param header the header If-Match, or null
 */
public record IfMatch(@Nullable String header) {

  /** Whether the caller had that version in hand. */
  public boolean names(String tag) {
    return ETags.isNamed(header, tag);
  }

  /** Whether it is missing altogether. */
  public boolean isMissing() {
    return header == null || header.isBlank();
  }

  /**
   * Why a change is refused that was not asked for with the present version: 428 without a tag, 412
   * with another.
   *
   * @param changedBy the organisation that made the present version, or null where the caller may
   *     not know, or where nobody did
   */
  public ProblemException refusal(String current, @Nullable String changedBy) {
    return isMissing()
        ? ProblemException.preconditionRequired()
        : ProblemException.stale(current, changedBy, List.of());
  }
}
