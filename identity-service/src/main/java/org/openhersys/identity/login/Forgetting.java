package org.openhersys.identity.login;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.openhersys.identity.client.ClientRecords;
import org.openhersys.identity.door.LoginDelay;

/** Throws away, once an hour, what the doors no longer need to remember. */
@Singleton
class Forgetting {
  private final LoginDelay delay;
  private final ClientRecords clients;

  @Inject
  Forgetting(LoginDelay delay, ClientRecords clients) {
    this.delay = delay;
    this.clients = clients;
  }

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forget() {
    delay.forget();
    clients.forgetExpiredAssertions();
  }
}
