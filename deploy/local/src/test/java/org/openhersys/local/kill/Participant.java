package org.openhersys.local.kill;

import java.time.Duration;
import java.util.List;

/** Somebody who takes part in the loop, step by step, from where its book on disk says it was. */
interface Participant {
  /** Goes on where the book ends. */
  void resume();

  /** The next step. */
  void step();

  /** How long to wait after a step. */
  Duration rest();

  /** What it wanted done and what was acknowledged, as its book says. */
  default List<Journal.Entry> entries() {
    return List.of();
  }
}
