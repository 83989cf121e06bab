package org.openhersys.local.process;

import java.time.Duration;

/**
 * How long to wait before something that ended is started again: at once after a long life, longer
 * and longer when it keeps ending early. Not for use by several threads.
 */
public final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration LONG_LIFE = Duration.ofSeconds(30);

  private Duration next = FIRST;
  private int earlyEnds;

  /** The wait after an end that came so long after the start. */
  public Duration afterLifeOf(Duration life) {
    if (life.compareTo(LONG_LIFE) >= 0) {
      next = FIRST;
      earlyEnds = 0;
    }
    earlyEnds++;
    Duration wait = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return wait;
  }

  /** How many times in a row it ended early. */
  public int earlyEnds() {
    return earlyEnds;
  }
}
