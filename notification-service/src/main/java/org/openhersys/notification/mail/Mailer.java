package org.openhersys.notification.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.openhersys.api.problem.DatabaseFailures;

/**
 * Looks at the outbox every {@code hersys.mail.poll}, for as long as the service runs. Nothing ends
 * it but the service's own end. Where mail is not configured it says so, and everything waits.
 */
@Singleton
class Mailer {
  private static final Logger LOG = Logger.getLogger(Mailer.class);
  private static final long LONGEST_WAIT_FOR_THE_END_SECONDS = 10;
  private static final int MOST_AT_ONCE = 1_000;

  private final SendingMails sending;
  private final MailServer server;
  private final MailerDatabase database;
  private final OutgoingRecords outbox;
  private final MailSettings settings;
  // Two: sending goes on for as long as there is something to send, and must not keep house
  // waiting.
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(2, task -> new Thread(task, "mailer"));
  private volatile boolean ending;

  @Inject
  Mailer(
      SendingMails sending,
      MailServer server,
      MailerDatabase database,
      OutgoingRecords outbox,
      MailSettings settings) {
    this.sending = sending;
    this.server = server;
    this.database = database;
    this.outbox = outbox;
    this.settings = settings;
  }

  void start(@Observes StartupEvent start) {
    List<String> missing = server.missing();
    if (!missing.isEmpty()) {
      LOG.errorf(
          "MAIL IS NOT CONFIGURED: nobody is told by mail, all mails wait missing=%s", missing);
    }
    every(settings.poll().toMillis(), this::send);
    every(settings.housekeepingEvery().toMillis(), this::keepHouse);
  }

  void end(@Observes ShutdownEvent end) throws InterruptedException {
    ending = true;
    threads.shutdown();
    if (!threads.awaitTermination(LONGEST_WAIT_FOR_THE_END_SECONDS, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }

  private void send() {
    boolean more = true;
    while (more && !ending) {
      more = sending.sendOn();
    }
  }

  private void keepHouse() {
    database
        .jdbi()
        .useHandle(
            handle -> {
              int revived = outbox.revive(handle, settings.revivesFor(), MOST_AT_ONCE);
              if (revived > 0) {
                LOG.infof(
                    "mails wait again, their recipients have addresses now count=%d", revived);
              }
              outbox.forget(handle, MailState.SENT, settings.kept(), MOST_AT_ONCE);
              outbox.forget(handle, MailState.PARKED, settings.kept(), MOST_AT_ONCE);
            });
  }

  // Catches everything: an exception would end the schedule without a word.
  private void every(long millis, Runnable work) {
    var unused =
        threads.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (Throwable failure) {
                LOG.errorf(
                    "the mailer cannot work now fault=%s%s",
                    failure.getClass().getSimpleName(), state(failure));
              }
            },
            0,
            millis,
            TimeUnit.MILLISECONDS);
  }

  // Without the message, which may quote the row.
  private static String state(Throwable failure) {
    String state = DatabaseFailures.state(failure);
    return state.isEmpty() ? "" : " sqlstate=" + state;
  }
}
