package org.openhersys.notification.batch;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.openhersys.notification.batch.WorkRecords.Waiting;

/**
 * Whether batches that were received are taken in, at {@code /q/health/well}: DOWN while one has
 * failed several times in a row, or when none was worked on for a while though one waits. Not part
 * of readiness: everything else is served all the same.
 */
@Wellness
@Singleton
class BatchHealth implements HealthCheck {
  /**
   * Attempts: with their pauses a quarter of a minute, in which what passes by itself has passed.
   */
  private static final int FAILING_FROM = 5;

  private final BatchDatabase database;
  private final WorkRecords records;
  private final BatchSettings settings;
  private final Clock clock;

  BatchHealth(BatchDatabase database, WorkRecords records, BatchSettings settings, Clock clock) {
    this.database = database;
    this.records = records;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    Waiting waiting = database.jdbi().withHandle(handle -> records.waiting(handle, FAILING_FROM));
    long sinceTurn =
        waiting
            .oldestTurn()
            .map(at -> Duration.between(at, clock.instant()).toSeconds())
            .filter(seconds -> seconds > 0)
            .orElse(0L);
    return HealthCheckResponse.named("batches are taken in")
        .status(
            waiting.failing() == 0
                && waiting.withoutCentre() == 0
                && sinceTurn < settings.lateAfter().toSeconds())
        .withData("failingBatches", waiting.failing())
        .withData("batchesWithoutHealthCentre", waiting.withoutCentre())
        .withData("longestSinceTurnSeconds", sinceTurn)
        .build();
  }
}
