package org.openhersys.tracking.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.casefile.CurrentStatus;

/**
 * 現在のステータス with its history.
 *
 * @param status null until it is known
 * @param version 0 until it is known, then that of the newest entry
 * @param history newest first
 */
public record CaseStatus(@Nullable CurrentStatus status, int version, List<StatusEntry> history) {

  /** The present state of a history, which is its newest entry. */
  static CaseStatus of(List<StatusEntry> newestFirst) {
    return newestFirst.isEmpty()
        ? new CaseStatus(null, 0, List.of())
        : new CaseStatus(newestFirst.get(0).status(), newestFirst.get(0).version(), newestFirst);
  }

  /** The entity tag: the status changes alone, so it has a tag of its own. */
  String tag() {
    return tag(version);
  }

  /**
   * The 412 for somebody who had another version in hand: the present one, who made it, and what
   * differs.
   *
   * @param ifMatch what was named, or null
   */
  ProblemException stale(@Nullable String ifMatch) {
    String named = ifMatch == null ? "" : ifMatch.strip();
    Optional<StatusEntry> had =
        history.stream().filter(entry -> tag(entry.version()).equals(named)).findFirst();
    Optional<StatusEntry> present = history.stream().findFirst();
    List<String> differences = new ArrayList<>();
    if (!had.map(StatusEntry::status).equals(present.map(StatusEntry::status))) {
      differences.add("/status");
    }
    if (!had.map(StatusEntry::reason).equals(present.map(StatusEntry::reason))) {
      differences.add("/reason");
    }
    String changedBy = present.map(entry -> entry.organisation().name()).orElse(null);
    return ProblemException.stale(tag(), changedBy, differences);
  }

  private static String tag(int version) {
    return ETags.strong("status", version);
  }
}
