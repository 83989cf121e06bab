package org.openhersys.tracking.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * 引継ぎ: that the responsible health centre asks another to take a case over ([S4]).
 *
 * @param summary null once the request is decided and the caller's centre no longer sees the case
 * @param decidedAt null while it is open
 */
public record Handover(
    UUID id,
    UUID caseId,
    OrganisationReference fromOrganisation,
    OrganisationReference toOrganisation,
    String reason,
    HandoverState state,
    HandoverSummary summary,
    Instant requestedAt,
    Instant decidedAt,
    int version) {

  /** The entity tag. */
  String tag() {
    return ETags.strong("handover", version);
  }

  /**
   * Whether it can be decided from the version that the caller saw.
   *
   * @throws ProblemException 428 without a tag, 409 when it is decided already, 412 with another
   *     tag
   */
  void requireOpen(String ifMatch) {
    ETags.requireMatch(ifMatch, tag(), () -> isOpen() ? stale() : notOpen());
    if (!isOpen()) {
      throw notOpen();
    }
  }

  ProblemException stale() {
    return ProblemException.stale(tag(), null, List.of());
  }

  static ProblemException notOpen() {
    return ProblemException.conflict(
        "HANDOVER_NOT_OPEN", "この引継依頼はすでに終わっています", "This handover is decided already");
  }

  private boolean isOpen() {
    return state == HandoverState.REQUESTED;
  }
}
