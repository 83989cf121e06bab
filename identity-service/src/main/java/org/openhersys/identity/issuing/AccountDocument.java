package org.openhersys.identity.issuing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/** What of an account can be changed: what a merge patch is merged into. */
record AccountDocument(@Nullable String displayName, @Nullable AccountState state) {

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(DisplayName.findings("/displayName", displayName));
    if (state == null) {
      findings.add(Finding.error("/state", "REQUIRED", "状態を指定してください", "The state is required"));
    }
    return findings;
  }

  /** What is asked for, when nothing is wrong with it. */
  Judged judged() {
    return new Judged(Objects.requireNonNull(displayName), Objects.requireNonNull(state));
  }

  /** Both are there. */
  record Judged(String displayName, AccountState state) {}
}
