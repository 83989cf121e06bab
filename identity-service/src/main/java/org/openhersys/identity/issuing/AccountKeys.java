package org.openhersys.identity.issuing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.idempotency.IdempotencyKeys;

/** The idempotency keys of what is created here. */
@ApplicationScoped
class AccountKeys {
  private final Jdbi jdbi;
  private final IdempotencyKeys keys;

  @Inject
  AccountKeys(Jdbi jdbi, IdempotencyKeys keys) {
    this.jdbi = jdbi;
    this.keys = keys;
  }

  @Produces
  @Singleton
  static IdempotencyKeys keys(Clock clock) {
    return new IdempotencyKeys("identity", clock);
  }

  @Scheduled(every = "10m", delayed = "1m")
  void forgetExpired() {
    jdbi.useTransaction(keys::forgetExpired);
  }
}
