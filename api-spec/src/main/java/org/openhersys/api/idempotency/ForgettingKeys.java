package org.openhersys.api.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/**
 * Forgets the idempotency keys of the service that are over. Several instances may do so at once;
 * each takes what no other has taken.
 */
@Singleton
public class ForgettingKeys {
  private final Jdbi jdbi;
  private final IdempotencyKeys keys;

  @Inject
  ForgettingKeys(Jdbi jdbi, IdempotencyKeys keys) {
    this.jdbi = jdbi;
    this.keys = keys;
  }

  /** In small batches, each a transaction of its own, until none is left. */
  @Scheduled(
      every = "${hersys.idempotency.forget-every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void forget() {
    int forgotten;
    do {
      forgotten = jdbi.withHandle(keys::forgetExpired);
    } while (forgotten > 0);
  }
}
