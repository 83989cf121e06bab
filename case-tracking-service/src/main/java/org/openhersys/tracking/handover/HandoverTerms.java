package org.openhersys.tracking.handover;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 期限: how long things last around a handover. A service does not start with one that is no time.
 */
@Startup
@Singleton
class HandoverTerms {
  private final Clock clock;
  private final Duration giverReads;
  private final Duration expiresAfter;
  private final Duration remindsAfter;
  private final Duration returnsWithin;

  /**
   * @param giverReads {@code hersys.handover.giver-reads}: how long a centre reads on that gave the
   *     case away and did not receive the notification; who received it reads for ever (Art. 12)
   * @param expiresAfter {@code hersys.handover.expires-after}: how long a request can be decided
   * @param remindsAfter {@code hersys.handover.reminds-after}: the period of reminders of an open
   *     request
   * @param returnsWithin {@code hersys.handover.returns-within}: how long after the acceptance a
   *     case can be given back
   * @throws IllegalArgumentException when one is not longer than nothing
   */
  @Inject
  HandoverTerms(
      Clock clock,
      @ConfigProperty(name = "hersys.handover.giver-reads") Duration giverReads,
      @ConfigProperty(name = "hersys.handover.expires-after") Duration expiresAfter,
      @ConfigProperty(name = "hersys.handover.reminds-after") Duration remindsAfter,
      @ConfigProperty(name = "hersys.handover.returns-within") Duration returnsWithin) {
    this.clock = clock;
    this.giverReads = lasting("hersys.handover.giver-reads", giverReads);
    this.expiresAfter = lasting("hersys.handover.expires-after", expiresAfter);
    this.remindsAfter = lasting("hersys.handover.reminds-after", remindsAfter);
    this.returnsWithin = lasting("hersys.handover.returns-within", returnsWithin);
  }

  private static Duration lasting(String property, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(property + " must be longer than nothing: " + duration);
    }
    return duration;
  }

  Instant giverReadsUntil() {
    return clock.instant().plus(giverReads);
  }

  Instant expiresAt() {
    return clock.instant().plus(expiresAfter);
  }

  Instant firstReminderAt() {
    return clock.instant().plus(remindsAfter);
  }

  Duration reminderPeriod() {
    return remindsAfter;
  }

  Duration returnsWithin() {
    return returnsWithin;
  }
}
