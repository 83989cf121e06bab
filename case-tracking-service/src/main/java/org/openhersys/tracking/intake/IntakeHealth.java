package org.openhersys.tracking.intake;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether notifications become cases, at {@code /q/health/well}: DOWN while an event is set aside,
 * or when the oldest one that waits is late (a reader that does not run, or a transaction held open
 * somewhere). Not part of readiness: the cases that stand are to be served all the same.
 */
@Wellness
@Singleton
class IntakeHealth implements HealthCheck {
  private final WorkerDatabase database;
  private final OutboxRecords outbox;
  private final SetAsideRecords setAside;
  private final Duration lateAfter;
  private final Clock clock;

  @Inject
  IntakeHealth(
      WorkerDatabase database,
      OutboxRecords outbox,
      SetAsideRecords setAside,
      @ConfigProperty(name = "hersys.intake.late-after") Duration lateAfter,
      Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.setAside = setAside;
    this.lateAfter = lateAfter;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              int aside = setAside.count(handle);
              Optional<Instant> oldest = outbox.oldestWaiting(handle).map(at -> at.toInstant());
              long waits =
                  oldest.map(at -> Duration.between(at, clock.instant()).toSeconds()).orElse(0L);
              return HealthCheckResponse.named("notifications become cases")
                  .status(aside == 0 && waits < lateAfter.toSeconds())
                  .withData("setAsideEvents", aside)
                  .withData("oldestWaitingSeconds", waits)
                  .build();
            });
  }
}
