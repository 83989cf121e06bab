package org.openhersys.notification.worklist;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.confirmation.ConfirmationState;

/**
 * Which notifications somebody has to work on: what a centre received, or what an institution sent,
 * in one state.
 *
 * @param changed only those that say something else than what was confirmed: a list of the centre's
 */
record WorkList(Side side, ConfirmationState state, boolean changed) {
  private static final String CHANGED = "CHANGED_SINCE_CONFIRMED";

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

  /** All in that state. */
  WorkList(Side side, ConfirmationState state) {
    this(side, state, false);
  }

  /**
   * @param state the query parameter; to be confirmed when null
   * @throws ProblemException 422 for anything that is no state, or a list that is the centre's only
   */
  static WorkList of(Caller caller, @Nullable String state) {
    Side side = STAFF.contains(caller.role()) ? Side.RECEIVED : Side.SENT;
    if (CHANGED.equals(state)) {
      if (side == Side.SENT) {
        throw ProblemException.invalidContent(
            "",
            "LIST_OF_THE_CENTRE",
            "この一覧は届出先の保健所のものです",
            "This list is the receiving health centre's");
      }
      return new WorkList(side, ConfirmationState.CONFIRMED, true);
    }
    return new WorkList(side, state == null ? ConfirmationState.TO_BE_CONFIRMED : state(state));
  }

  /** What waits is read from its oldest, what is done from its newest. */
  boolean oldestFirst() {
    return changed || WAITING.contains(state);
  }

  /** The column by which it is read. */
  String order() {
    return changed ? "changed_at" : "submitted_at";
  }

  /** The place of one of its rows. */
  NotificationPlace place(NotificationSummary of) {
    return new NotificationPlace(
        changed ? Objects.requireNonNull(of.changedAt()) : of.submittedAt(), of.id());
  }

  /** The filter as one text, for the cursor. */
  String text() {
    return side + " " + (changed ? CHANGED : state);
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
