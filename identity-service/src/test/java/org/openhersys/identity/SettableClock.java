package org.openhersys.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Runs like any clock until a test stops it; then time passes only when the test says so. */
@Alternative
@Priority(1)
@Singleton
public class SettableClock extends Clock {
  private volatile Instant stopped;

  /** Stops now. */
  public void stop() {
    stopped = Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** Lets time pass at once. */
  public void pass(Duration time) {
    stopped = instant().plus(time);
  }

  /** Runs again. */
  public void run() {
    stopped = null;
  }

  @Override
  public Instant instant() {
    Instant at = stopped;
    return at == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : at;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
