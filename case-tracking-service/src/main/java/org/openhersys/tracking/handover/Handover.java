package org.openhersys.tracking.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.http.ETags;
import org.openhersys.tracking.casefile.HandoverState;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * 引継ぎ: that the responsible health centre asks another to take a case over ([S4]).
 *
 * @param assignedOrganisation the centre that the local government gave the case to, or null
 * @param summary null once the request is decided and the caller's centre no longer sees the case
 * @param expiresAt until when an open request can be decided
 * @param remindedAt when the requested centre was last reminded, or null
 * @param acceptedAt null unless it was accepted
 * @param decidedAt when it took its present state; null while it is open
 * @param decisionReason why, or null
 * @param turns the states it took, oldest first; null in lists
 */
public record Handover(
    UUID id,
    UUID caseId,
    OrganisationReference fromOrganisation,
    OrganisationReference toOrganisation,
    OrganisationReference assignedOrganisation,
    String reason,
    HandoverState state,
    HandoverSummary summary,
    Instant requestedAt,
    Instant expiresAt,
    Instant remindedAt,
    Instant acceptedAt,
    Instant decidedAt,
    String decisionReason,
    int version,
    List<HandoverTurn> turns) {

  /** The entity tag. */
  String tag() {
    return ETags.strong("handover", version);
  }

  /** The organisation that brought it into its present state; null where time did. */
  String changedBy() {
    OrganisationReference last = turns.get(turns.size() - 1).organisation();
    return last == null ? null : last.name();
  }

  Handover with(List<HandoverTurn> itsTurns) {
    return new Handover(
        id,
        caseId,
        fromOrganisation,
        toOrganisation,
        assignedOrganisation,
        reason,
        state,
        summary,
        requestedAt,
        expiresAt,
        remindedAt,
        acceptedAt,
        decidedAt,
        decisionReason,
        version,
        itsTurns);
  }
}
