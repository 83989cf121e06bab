package org.openhersys.identity.quota;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;

/**
 * アカウント数の上限 of a health centre ([S19]).
 *
 * @param used its own accounts that are not disabled, and those of its local institute charged to
 *     it
 * @param version of the total; 0 while it is the default
 */
public record AccountQuota(UUID organisationId, int total, int used, int version) {

  /** The entity tag, of the total: what is used changes without anybody changing the quota. */
  String tag() {
    return ETags.strong("quota", organisationId, version);
  }

  /**
   * The 412 for somebody who had another version in hand.
   *
   * @param wanted what it should have become
   * @param changedBy the organisation that made the present state, or null
   */
  ProblemException stale(int wanted, @Nullable String changedBy) {
    return ProblemException.stale(
        tag(), changedBy, wanted == total ? List.of() : List.of("/total"));
  }
}
