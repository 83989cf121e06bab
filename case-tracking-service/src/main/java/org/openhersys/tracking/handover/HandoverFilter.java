package org.openhersys.tracking.handover;

import java.util.Arrays;
import java.util.Locale;
import org.openhersys.api.problem.ProblemException;

/**
 * Which handovers a list shows.
 *
 * @param direction null for both
 * @param state null for all
 */
record HandoverFilter(Direction direction, HandoverState state) {

  /** 方向, seen from the caller's centre. */
  enum Direction {
    /** 引受依頼. */
    INCOMING,
    /** 引継依頼. */
    OUTGOING
  }

  /**
   * @param direction {@code incoming}, {@code outgoing} or null
   * @param state a {@link HandoverState} or null
   * @throws ProblemException 422 for anything else
   */
  static HandoverFilter of(String direction, String state) {
    return new HandoverFilter(
        direction == null ? null : direction(direction), state == null ? null : state(state));
  }

  boolean shows(Direction asked) {
    return direction == null || direction == asked;
  }

  /** The filter as one text, for the cursor. */
  String text() {
    return direction + " " + state;
  }

  private static Direction direction(String text) {
    return Arrays.stream(Direction.values())
        .filter(direction -> direction.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalidContent(
                    "",
                    "DIRECTION_UNKNOWN",
                    "directionはincomingまたはoutgoingです",
                    "direction is incoming or outgoing"));
  }

  private static HandoverState state(String text) {
    return Arrays.stream(HandoverState.values())
        .filter(state -> state.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalidContent(
                    "", "STATE_UNKNOWN", "stateの値が正しくありません", "There is no such state"));
  }
}
