package org.openhersys.tracking.handover;

import org.openhersys.api.http.IfMatch;
import org.openhersys.api.problem.ProblemException;

/** How a turn of a handover ended; the answers of the database's functions. */
enum Outcome {
  DONE,
  NOT_FOUND,
  FORBIDDEN,
  STALE,
  NOT_OPEN,
  NOT_RETURNABLE,
  INACTIVE,
  HANDOVER_OPEN,
  OWN_CENTRE,
  NOT_A_HEALTH_CENTRE,
  NOT_IN_AREA;

  /**
   * What the caller is told of a turn of a handover.
   *
   * @param present the handover as it is now
   */
  ProblemException refusal(Handover present, IfMatch ifMatch) {
    if (this != FORBIDDEN && this != NOT_FOUND && (this == STALE || ifMatch.isMissing())) {
      return ifMatch.refusal(present.tag());
    }
    return refusal();
  }

  /** What the caller is told where no version is in question. */
  ProblemException refusal() {
    return switch (this) {
      case FORBIDDEN -> ProblemException.forbidden();
      case NOT_OPEN ->
          ProblemException.conflict(
              "HANDOVER_NOT_OPEN", "この引継依頼はすでに終わっています", "This handover is decided already");
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
      default -> ProblemException.notFound();
    };
  }

  private static ProblemException invalidCentre(String code, String ja, String en) {
    return ProblemException.invalidContent("/toOrganisationId", code, ja, en);
  }
}
