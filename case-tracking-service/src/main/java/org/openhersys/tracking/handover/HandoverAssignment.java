package org.openhersys.tracking.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.tracking.casefile.Reason;

/** 担当保健所の指定; all members are needed. */
public record HandoverAssignment(@Nullable UUID toOrganisationId, @Nullable String reason) {

  /** What is wrong with it, as far as it can be told from itself. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (toOrganisationId == null) {
      findings.add(
          Finding.error(
              "/toOrganisationId",
              "REQUIRED",
              "担当となる保健所を指定してください",
              "The health centre that takes the case is required"));
    }
    findings.addAll(Reason.findings(reason));
    return findings;
  }

  /** What is asked for, when nothing is wrong with it. */
  Judged judged() {
    return new Judged(Objects.requireNonNull(toOrganisationId), Objects.requireNonNull(reason));
  }

  /** Both are there. */
  record Judged(UUID toOrganisationId, String reason) {}
}
