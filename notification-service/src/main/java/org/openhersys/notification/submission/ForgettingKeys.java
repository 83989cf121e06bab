package org.openhersys.notification.submission;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.idempotency.IdempotencyKeys;

/**
 * Forgets idempotency keys that are over. Several services may do so at once; each takes what no
 * other has taken.
 */
@Singleton
public class ForgettingKeys {
  private final Jdbi jdbi;
  private final IdempotencyKeys keys;

  ForgettingKeys(Jdbi jdbi, IdempotencyKeys keys) {
    this.jdbi = jdbi;
    this.keys = keys;
  }

  /** In small batches, each a transaction of its own, until none is left. */
  @Scheduled(
      every = "${hersys.idempotency.forget-every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forget() {
    int forgotten;
    do {
      forgotten = jdbi.withHandle(keys::forgetExpired);
    } while (forgotten > 0);
  }

  /** The keys of this service. */
  static class Keys {
    @Produces
    @Singleton
    IdempotencyKeys keys(Clock clock) {
      return new IdempotencyKeys("notification", clock);
    }
  }
}
