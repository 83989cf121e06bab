package org.openhersys.tracking.handover;

import org.openhersys.api.http.IfMatch;
import org.openhersys.api.problem.ProblemException;

/** What a caller is told whose turn was not taken. */
final class Refusals {
  private Refusals() {}

  /**
   * Of a turn of a handover: 428 and 412 come before what its state forbids only as far as the
   * caller is a party whose act it is.
   *
   * @param present the handover as it is now
   */
  static ProblemException of(TurnOutcome outcome, Handover present, IfMatch ifMatch) {
    boolean versionMatters = outcome != TurnOutcome.FORBIDDEN && outcome != TurnOutcome.NOT_FOUND;
    return versionMatters && (outcome == TurnOutcome.STALE || ifMatch.isMissing())
        ? ifMatch.refusal(present.tag(), present.changedBy())
        : of(outcome);
  }

  /** Where no version is in question. */
  static ProblemException of(TurnOutcome outcome) {
    return switch (outcome) {
      case FORBIDDEN -> ProblemException.forbidden();
      case NOT_OPEN ->
          ProblemException.conflict(
              "HANDOVER_NOT_OPEN", "この引継依頼はすでに終わっています", "This handover is decided already");
      case STILL_OPEN ->
          ProblemException.conflict(
              "HANDOVER_STILL_OPEN",
              "依頼先の保健所がまだ回答できるため、指定できません",
              "The requested centre can still answer and was not reminded yet");
      case NOT_RETURNABLE ->
          ProblemException.conflict(
              "HANDOVER_NOT_RETURNABLE", "この症例はもう返還できません", "The case can no longer be given back");
      case INACTIVE ->
          ProblemException.conflict(
              "CENTRE_INACTIVE", "その保健所は利用を終了しています", "The health centre is no longer active");
      case HANDOVER_OPEN ->
          ProblemException.conflict(
              "HANDOVER_OPEN",
              "この症例にはすでに引継依頼があります",
              "A handover of this case is requested already");
      case OWN_CENTRE ->
          invalidCentre(
              "OWN_CENTRE", "すでにその保健所の担当です", "The case is with that health centre already");
      case NOT_A_HEALTH_CENTRE ->
          invalidCentre(
              "NOT_A_HEALTH_CENTRE",
              "引継先は利用中の保健所でなければなりません",
              "Only an active health centre can be asked");
      case NOT_IN_AREA ->
          invalidCentre(
              "NOT_IN_AREA",
              "指定できるのは管内の利用中の保健所のみです",
              "Only an active health centre of the own area can be assigned");
      case NOT_FOUND -> ProblemException.notFound();
      case DONE, STALE -> throw new IllegalStateException(outcome + " refuses nothing");
    };
  }

  private static ProblemException invalidCentre(String code, String ja, String en) {
    return ProblemException.invalidContent("/toOrganisationId", code, ja, en);
  }
}
