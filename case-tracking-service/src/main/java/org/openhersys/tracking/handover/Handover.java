package org.openhersys.tracking.handover;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    @Nullable OrganisationReference assignedOrganisation,
    String reason,
    HandoverState state,
    @Nullable HandoverSummary summary,
    Instant requestedAt,
    Instant expiresAt,
    @Nullable Instant remindedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant decidedAt,
    @Nullable String decisionReason,
    int version,
    @Nullable List<HandoverTurn> turns) {

  /** The entity tag. */
  String tag() {
    return ETags.strong("handover", version);
  }

  /**
   * The organisation that brought it into its present state; null where time did. The handover was
   * found alone, with its turns.
   */
  @Nullable String changedBy() {
    List<HandoverTurn> all = Objects.requireNonNull(turns);
    OrganisationReference last = all.get(all.size() - 1).organisation();
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
