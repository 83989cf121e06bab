package org.openhersys.tracking.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks for events every {@code hersys.intake.poll} (100–200 ms are sensible), for as long as the
 * service runs. A poll without events is one read. Nothing ends it but the service's own end; a
 * database that does not serve is asked again.
 */
@Singleton
class EventReader {
  private static final Logger LOG = Logger.getLogger(EventReader.class);
  private static final long LONGEST_WAIT_FOR_THE_END_SECONDS = 10;

  private final ReadingEvents reading;
  private final RetryingSetAsideEvents retrying;
  private final Duration poll;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "event-reader"));
  private volatile boolean ending;

  @Inject
  EventReader(
      ReadingEvents reading,
      RetryingSetAsideEvents retrying,
      @ConfigProperty(name = "hersys.intake.poll") Duration poll) {
    this.reading = reading;
    this.retrying = retrying;
    this.poll = poll;
  }

  void start(@Observes StartupEvent start) {
    var unused =
        thread.scheduleWithFixedDelay(this::look, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
  }

  void end(@Observes ShutdownEvent end) throws InterruptedException {
    ending = true;
    thread.shutdown();
    thread.awaitTermination(LONGEST_WAIT_FOR_THE_END_SECONDS, TimeUnit.SECONDS);
  }

  // Catches everything: an exception would end the schedule without a word.
  private void look() {
    try {
      boolean more = true;
      while (more && !ending) {
        more = reading.readOn();
      }
      retrying.retryOne();
    } catch (Throwable failure) {
      LOG.errorf("events cannot be read now fault=%s", Fault.of(failure).name());
    }
  }
}
