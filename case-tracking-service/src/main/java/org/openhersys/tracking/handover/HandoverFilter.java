package org.openhersys.tracking.handover;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.casefile.HandoverState;

/**
 * Which handovers a list shows.
 *
 * @param direction null for both
 * @param state null for all
 */
record HandoverFilter(@Nullable Direction direction, @Nullable HandoverState state) {

  /** 方向, seen from the caller's centre. */
  enum Direction {
    /** 引受依頼. */
    INCOMING,
    /** 引継依頼. */
    OUTGOING,
    /** 管内: of the centres below the caller's local government. */
    AREA
  }

  /**
   * @param direction {@code incoming}, {@code outgoing}, {@code area} or null
   * @param state a {@link HandoverState} or null
   * @throws ProblemException 422 for anything else
   */
  static HandoverFilter of(@Nullable String direction, @Nullable String state) {
    return new HandoverFilter(
        direction == null ? null : direction(direction), state == null ? null : state(state));
  }

  /**
   * What the caller gets who asked with it: a local government has no handovers of its own, and
   * means those of its area.
   *
   * @throws ProblemException 403 for the area of anybody else
   */
  HandoverFilter of(Caller caller) {
    boolean government = caller.role() == Role.LOCAL_GOVERNMENT_STAFF;
    if (direction == Direction.AREA && !government) {
      throw ProblemException.forbidden();
    }
    return direction == null && government ? new HandoverFilter(Direction.AREA, state) : this;
  }

  boolean isArea() {
    return direction == Direction.AREA;
  }

  // Only what a local government has assigned names the centre that it was assigned to.
  boolean showsAssigned() {
    return shows(Direction.INCOMING) && (state == null || state == HandoverState.ASSIGNED);
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
                    "directionはincoming、outgoing、areaのいずれかです",
                    "direction is incoming, outgoing or area"));
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
