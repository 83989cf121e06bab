package org.openhersys.local.journey;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waiting for what happens a moment later. */
final class Awaiting {
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private Awaiting() {}

  /**
   * What the look finds.
   *
   * @throws UnexpectedAnswer with {@code otherwise} when it finds nothing for so long
   */
  static <T> T something(Duration patience, String otherwise, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty()) {
      UnexpectedAnswer.unless(System.nanoTime() < deadline, otherwise);
      Http.pause(LOOK_EVERY);
      found = look.get();
    }
    return found.get();
  }
}
