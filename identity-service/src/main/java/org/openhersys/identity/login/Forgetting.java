package org.openhersys.identity.login;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.openhersys.identity.client.ClientRecords;
import org.openhersys.identity.client.RegisteringClient;

/** Throws away, once an hour, what the doors no longer need to remember. */
@Singleton
class Forgetting {
  private final LoginDelay delay;
  private final ClientRecords clients;
  private final RegisteringClient registering;

  @Inject
  Forgetting(LoginDelay delay, ClientRecords clients, RegisteringClient registering) {
    this.delay = delay;
    this.clients = clients;
    this.registering = registering;
  }

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forget() {
    delay.forget();
    clients.forgetExpiredAssertions();
    registering.forgetExpiredKeys();
  }
}
