package org.openhersys.tracking.intake;

import java.util.Set;
import org.openhersys.api.problem.DatabaseFailures;

/**
 * Why an event could not be applied, without the message: database messages quote the row, and a
 * row is people's data.
 *
 * @param name an SQLSTATE, or the simple name of the exception
 */
record Fault(String name) {
  private static final Set<String> CLASSES_THAT_PASS = Set.of("08", "40", "53", "55", "57", "58");

  static Fault of(Throwable failure) {
    String state = DatabaseFailures.state(failure);
    return new Fault(state.isEmpty() ? failure.getClass().getSimpleName() : state);
  }

  /** Whether fewer at once may succeed now: a row was held, or the statement took too long. */
  boolean passesWithFewer() {
    return name.equals("55P03") || name.equals("57014");
  }

  /**
   * Whether the same may succeed a moment later: connection, deadlock, resources, lock, shutdown,
   * disk.
   */
  boolean passes() {
    return name.length() == 5 && CLASSES_THAT_PASS.contains(name.substring(0, 2));
  }
}
