package org.openhersys.tracking.casefile;

import org.jspecify.annotations.Nullable;

/**
 * Which cases are listed in which order.
 *
 * @param state only those in this state, or null for all
 */
record CaseListing(CaseOrder order, @Nullable CaseState state) {

  /** As one text, for the cursor. */
  String text() {
    return state == null ? order.code() : order.code() + " " + state;
  }

  // The name of a constant, so that the planner sees what the partial index is for.
  String condition() {
    return state == null ? "" : "and case_state = '" + state.name() + "'";
  }
}
