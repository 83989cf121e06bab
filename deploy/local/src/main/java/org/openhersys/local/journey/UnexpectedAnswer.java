package org.openhersys.local.journey;

/** A service did not answer as the contract and the story say. */
public final class UnexpectedAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnexpectedAnswer(String message) {
    super(message);
  }

  /** Refuses to go on with a story that does not hold. */
  static void unless(boolean holds, String otherwise) {
    if (!holds) {
      throw new UnexpectedAnswer("The story does not hold: " + otherwise);
    }
  }
}
