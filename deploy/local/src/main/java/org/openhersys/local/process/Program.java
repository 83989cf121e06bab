package org.openhersys.local.process;

import java.time.Duration;

/** What a {@link SupervisedProcess} runs. */
@FunctionalInterface
public interface Program {
  /** Made anew for each start. */
  ProcessBuilder command();

  /**
   * Is told of each end, before the next start.
   *
   * @param exitStatus 128 and the number of the signal, if one ended it
   * @param life since its start
   */
  default void ended(int exitStatus, Duration life) {}
}
