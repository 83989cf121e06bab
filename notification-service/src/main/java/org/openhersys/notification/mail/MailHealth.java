package org.openhersys.notification.mail;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether organisations are told by mail, at {@code /q/health/well}: DOWN while mail is not
 * configured, while a mail is parked for another reason than that its recipient has no address, or
 * when the oldest one that waits is late. Not part of readiness: notifications are taken in all the
 * same.
 */
@Wellness
@Singleton
class MailHealth implements HealthCheck {
  private final MailerDatabase database;
  private final OutgoingRecords outbox;
  private final MailServer server;
  private final MailSettings settings;
  private final Clock clock;

  @Inject
  MailHealth(
      MailerDatabase database,
      OutgoingRecords outbox,
      MailServer server,
      MailSettings settings,
      Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.server = server;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              List<String> missing = server.missing();
              int parked = outbox.parked(handle);
              long waits =
                  outbox
                      .oldestWaiting(handle)
                      .map(at -> Duration.between(at.toInstant(), clock.instant()).toSeconds())
                      .orElse(0L);
              HealthCheckResponseBuilder answer =
                  HealthCheckResponse.named("organisations are told by mail")
                      .status(
                          missing.isEmpty()
                              && parked == 0
                              && waits < settings.lateAfter().toSeconds())
                      .withData("parkedMails", parked)
                      .withData("oldestWaitingSeconds", waits);
              return missing.isEmpty()
                  ? answer.build()
                  : answer.withData("notConfigured", String.join(", ", missing)).build();
            });
  }
}
