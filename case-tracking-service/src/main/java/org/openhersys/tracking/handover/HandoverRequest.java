package org.openhersys.tracking.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.tracking.casefile.Reason;

/** 引継ぎの依頼; all members are needed. */
public record HandoverRequest(
    @Nullable UUID caseId, @Nullable UUID toOrganisationId, @Nullable String reason) {

  /** What is wrong with it, as far as it can be told from itself. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (caseId == null) {
      findings.add(Finding.error("/caseId", "REQUIRED", "症例を指定してください", "The case is required"));
    }
    if (toOrganisationId == null) {
      findings.add(
          Finding.error(
              "/toOrganisationId",
              "REQUIRED",
              "引継先の保健所を指定してください",
              "The health centre to ask is required"));
    }
    findings.addAll(Reason.findings(reason));
    return findings;
  }

  /** What is asked for, when nothing is wrong with it. */
  Judged judged() {
    return new Judged(
        Objects.requireNonNull(caseId),
        Objects.requireNonNull(toOrganisationId),
        Objects.requireNonNull(reason));
  }

  /** All is there. */
  record Judged(UUID caseId, UUID toOrganisationId, String reason) {}
}
