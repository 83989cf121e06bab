package org.openhersys.notification.draft;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Empties drafts that were thrown away a while ago: nothing was reported, so nothing keeps the data
 * of their people. Who typed and discarded when stays. Several instances may do so at once.
 */
@Singleton
public class ForgettingDrafts {
  private final Jdbi jdbi;
  private final DraftRecords records;
  private final Clock clock;
  private final Duration kept;

  /**
   * @param kept {@code hersys.draft.discarded-kept}: for how long a discarded draft can be read
   */
  ForgettingDrafts(
      Jdbi jdbi,
      DraftRecords records,
      Clock clock,
      @ConfigProperty(name = "hersys.draft.discarded-kept") Duration kept) {
    this.jdbi = jdbi;
    this.records = records;
    this.clock = clock;
    this.kept = kept;
  }

  /** In small batches, each a transaction of its own, until none is left. */
  @Scheduled(
      every = "${hersys.draft.forget-every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void forget() {
    int forgotten;
    do {
      forgotten =
          jdbi.withHandle(handle -> records.forgetDiscarded(handle, clock.instant().minus(kept)));
    } while (forgotten > 0);
  }
}
