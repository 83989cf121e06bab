package org.openhersys.notification.batch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openhersys.api.problem.ProblemException;

/** A body must come, and must be seen to come. */
@QuarkusTest
class PaceTest {
  @Inject BatchSettings settings;

  private Instant now = Instant.parse("2026-11-24T00:00:00Z");

  @Test
  void whatComesTooSlowlyIsGivenUpAfterAFirstMinute() {
    Pace pace = new Pace(settings, clock());

    pass(Duration.ofMinutes(1));
    assertDoesNotThrow(() -> pace.require(1));
    pass(Duration.ofSeconds(1));
    assertDoesNotThrow(() -> pace.require(610_000));
    assertEquals("BODY_TOO_SLOW", refusal(pace, 609_999));
  }

  @Test
  void nothingComesForAnHour() {
    Pace pace = new Pace(settings, clock());

    pass(Duration.ofMinutes(50));
    assertDoesNotThrow(() -> pace.require(249_000_000));
    pass(Duration.ofSeconds(1));
    assertEquals("BODY_TOO_SLOW", refusal(pace, 249_000_000));
  }

  @Test
  void whatComesIsSeenToComeOftenEnoughNotToBeGivenUpWhetherItBringsRowsOrNot() {
    Pace pace = new Pace(settings, clock());
    AtomicInteger touched = new AtomicInteger();
    pace.meanwhile(touched::incrementAndGet);

    for (int i = 0; i < 600; i++) {
      pass(Duration.ofSeconds(1));
      pace.require(100_000_000);
    }
    assertEquals(10, touched.get());
  }

  private static String refusal(Pace pace, long bytes) {
    return assertThrows(ProblemException.class, () -> pace.require(bytes)).errors().get(0).code();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }
}
