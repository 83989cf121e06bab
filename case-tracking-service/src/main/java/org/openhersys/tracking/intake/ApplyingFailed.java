package org.openhersys.tracking.intake;

import java.util.List;

/** Events of which one at least cannot be applied as things are; rolls all of them back. */
final class ApplyingFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Event> events;
  private final transient Fault fault;

  ApplyingFailed(List<Event> events, RuntimeException cause) {
    super(null, cause, false, false);
    this.events = events;
    this.fault = Fault.of(cause);
  }

  /** In their order; at least one. */
  List<Event> events() {
    return events;
  }

  Fault fault() {
    return fault;
  }
}
