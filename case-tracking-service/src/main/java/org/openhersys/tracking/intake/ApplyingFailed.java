package org.openhersys.tracking.intake;

/** An event that cannot be applied as things are; rolls the batch back. */
final class ApplyingFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Event event;
  private final transient Fault fault;

  ApplyingFailed(Event event, RuntimeException cause) {
    super(null, cause, false, false);
    this.event = event;
    this.fault = Fault.of(cause);
  }

  Event event() {
    return event;
  }

  Fault fault() {
    return fault;
  }
}
