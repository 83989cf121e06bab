package org.openhersys.notification.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double from the first to the longest, each made up to a quarter longer by chance, so
 * that what failed together does not come back together.
 */
record GrowingPause(Duration first, Duration longest, RandomGenerator random) {
  private static final int MOST_DOUBLINGS = 30;

  /**
   * The pause after so many failures.
   *
   * @param failures 1 or more
   */
  Duration after(int failures) {
    Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    Duration pause = doubled.compareTo(longest) > 0 ? longest : doubled;
    return pause.plusMillis((long) (pause.toMillis() * random.nextDouble(0.25)));
  }
}
