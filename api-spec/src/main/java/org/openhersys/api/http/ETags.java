package org.openhersys.api.http;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openhersys.api.problem.ProblemException;

/** Strong entity tags (RFC 9110): one for each part that changes alone. */
public final class ETags {
  private ETags() {}

  /** {@code "a-b-c"} of ids and versions. */
  public static String strong(Object... parts) {
    return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("-", "\"", "\""));
  }

  /**
   * Whether the caller had the present version in hand.
   *
   * @param stale makes the 412, which says what differs and who changed it
   * @throws ProblemException 428 without If-Match, 412 with another version
   */
  public static void requireMatch(
      String ifMatch, String current, Supplier<ProblemException> stale) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw ProblemException.preconditionRequired();
    }
    List<String> tags = Arrays.stream(ifMatch.split(",")).map(String::strip).toList();
    if (!tags.contains(current)) {
      throw stale.get();
    }
  }

  /** The same, where nothing is known of the difference. */
  public static void requireMatch(String ifMatch, String current) {
    requireMatch(ifMatch, current, () -> ProblemException.stale(current, null, List.of()));
  }
}
