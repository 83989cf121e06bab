package org.openhersys.tracking.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.tracking.casefile.CurrentStatus;
import org.openhersys.tracking.casefile.Reason;

/**
 * ステータスの変更, as it is asked for.
 *
 * @param status needed
 * @param reason 理由, or null; at most 1,000 characters
 */
public record StatusChange(@Nullable CurrentStatus status, @Nullable String reason) {

  /** What is wrong with it. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (status == null) {
      findings.add(
          Finding.error("/status", "REQUIRED", "ステータスを入力してください", "The status is required"));
    }
    if (reason != null) {
      findings.addAll(Reason.findings(reason));
    }
    return findings;
  }

  /** What is asked for, when nothing is wrong with it. */
  Judged judged() {
    return new Judged(Objects.requireNonNull(status), reason);
  }

  /** The status is there. */
  record Judged(CurrentStatus status, @Nullable String reason) {}
}
