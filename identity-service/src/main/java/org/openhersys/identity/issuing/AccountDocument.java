package org.openhersys.identity.issuing;

import java.util.ArrayList;
import java.util.List;
import org.openhersys.api.problem.Finding;

/** What of an account can be changed: what a merge patch is merged into. */
record AccountDocument(String displayName, AccountState state) {

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(DisplayName.findings("/displayName", displayName));
    if (state == null) {
      findings.add(Finding.error("/state", "REQUIRED", "状態を指定してください", "The state is required"));
    }
    return findings;
  }
}
