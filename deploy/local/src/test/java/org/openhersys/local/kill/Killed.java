package org.openhersys.local.kill;

/** Ends a participant in the middle of whatever it does. */
final class Killed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Killed(Throwable cause) {
    super(cause);
  }
}
