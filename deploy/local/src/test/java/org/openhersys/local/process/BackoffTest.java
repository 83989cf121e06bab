package org.openhersys.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Backoff backoff = new Backoff();

  @Test
  void whatEndsEarlyWaitsLongerEachTimeButNeverMoreThanTenSeconds() {
    assertEquals(Duration.ofMillis(250), backoff.afterLifeOf(SHORT));
    assertEquals(Duration.ofMillis(500), backoff.afterLifeOf(SHORT));
    for (int i = 0; i < 10; i++) {
      backoff.afterLifeOf(SHORT);
    }
    assertEquals(Duration.ofSeconds(10), backoff.afterLifeOf(SHORT));
  }

  @Test
  void whatLivedLongIsStartedAtOnce() {
    backoff.afterLifeOf(SHORT);
    backoff.afterLifeOf(SHORT);

    assertEquals(Duration.ofMillis(250), backoff.afterLifeOf(LONG));
    assertEquals(1, backoff.earlyEnds());
  }
}
