package org.openhersys.notification.batch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.openhersys.api.problem.DatabaseFailures;

/**
 * So many workers as {@code hersys.batch.workers} says, for as long as the service runs: they, and
 * the size of their pool, bound what batches take of the machine beside the single notifications.
 * Nothing ends one but the service's own end.
 */
@Singleton
class BatchWorkers {
  private static final Logger LOG = Logger.getLogger(BatchWorkers.class);
  private static final long LONGEST_WAIT_FOR_THE_END_SECONDS = 10;

  /**
   * A batch has up to 100,000 outcomes, and what is forgotten at once must fit into a statement's
   * time.
   */
  private static final int MOST_AT_ONCE = 1;

  private final WorkingBatches working;
  private final BatchDatabase database;
  private final WorkRecords records;
  private final BatchSettings settings;
  private final ScheduledExecutorService threads;
  private volatile boolean ending;

  @Inject
  BatchWorkers(
      WorkingBatches working, BatchDatabase database, WorkRecords records, BatchSettings settings) {
    this.working = working;
    this.database = database;
    this.records = records;
    this.settings = settings;
    this.threads =
        Executors.newScheduledThreadPool(
            settings.workers() + 1, task -> new Thread(task, "batch-worker"));
  }

  void start(@Observes StartupEvent start) {
    for (int i = 0; i < settings.workers(); i++) {
      every(settings.poll(), this::work);
    }
    every(settings.housekeepingEvery(), this::keepHouse);
  }

  void end(@Observes ShutdownEvent end) throws InterruptedException {
    ending = true;
    threads.shutdown();
    if (!threads.awaitTermination(LONGEST_WAIT_FOR_THE_END_SECONDS, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }

  private void work() {
    boolean more = true;
    while (more && !ending) {
      more = working.workOn();
    }
  }

  private void keepHouse() {
    int forgotten = MOST_AT_ONCE;
    while (forgotten >= MOST_AT_ONCE && !ending) {
      forgotten =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      records.forget(
                          handle, settings.abandonedAfter(), settings.kept(), MOST_AT_ONCE));
    }
  }

  // Catches everything: an exception would end the schedule without a word. Without its message,
  // which may quote the row.
  private void every(Duration pause, Runnable work) {
    var unused =
        threads.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (Throwable failure) {
                LOG.errorf(
                    "batches cannot be worked on now fault=%s sqlstate=%s",
                    failure.getClass().getSimpleName(), DatabaseFailures.state(failure));
              }
            },
            0,
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }
}
