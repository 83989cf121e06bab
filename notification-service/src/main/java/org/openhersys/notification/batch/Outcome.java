package org.openhersys.notification.batch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * What has become of a row.
 *
 * @param notificationId null where it was refused
 * @param findings why it was refused, or what was warned of
 * @param omitted how many more there were
 */
record Outcome(int row, @Nullable UUID notificationId, List<Finding> findings, int omitted) {

  static Outcome stored(int row, UUID notificationId, List<Finding> warnings) {
    return new Outcome(row, notificationId, warnings, 0);
  }

  static Outcome refused(int row, List<Finding> findings) {
    return new Outcome(row, null, findings, 0);
  }

  boolean isStored() {
    return notificationId != null;
  }

  boolean hasFindings() {
    return !findings.isEmpty();
  }
}
