package org.openhersys.notification.worklist;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.confirmation.ConfirmationState;

/**
 * Which notifications somebody has to work on: what a centre received, or what an institution sent,
 * in one state.
 */
record WorkList(Side side, ConfirmationState state) {
  private static final Set<Role> STAFF =
      EnumSet.of(Role.HEALTH_CENTRE_STAFF, Role.HEALTH_CENTRE_MANAGER);

  private static final Set<ConfirmationState> WAITING =
      EnumSet.of(ConfirmationState.TO_BE_CONFIRMED, ConfirmationState.RETURNED);

  /** Whose list it is, with the column that its organisation stands in. */
  enum Side {
    RECEIVED("receiving_organisation_id"),
    SENT("sender_organisation_id");

    private final String column;

    Side(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  /**
   * @param state the query parameter; to be confirmed when null
   * @throws ProblemException 422 for anything that is no state
   */
  static WorkList of(Caller caller, String state) {
    return new WorkList(
        STAFF.contains(caller.role()) ? Side.RECEIVED : Side.SENT,
        state == null ? ConfirmationState.TO_BE_CONFIRMED : state(state));
  }

  /** What waits is read from its oldest, what is done from its newest. */
  boolean oldestFirst() {
    return WAITING.contains(state);
  }

  /** The filter as one text, for the cursor. */
  String text() {
    return side + " " + state;
  }

  private static ConfirmationState state(String text) {
    return Stream.of(ConfirmationState.values())
        .filter(state -> state.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalidContent(
                    "", "STATE_UNKNOWN", "stateの値が正しくありません", "There is no such state"));
  }
}
