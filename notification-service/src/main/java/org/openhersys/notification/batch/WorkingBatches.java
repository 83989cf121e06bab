package org.openhersys.notification.batch;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.openhersys.api.problem.DatabaseFailures;

/**
 * 一括届出の処理: some rows of a job at a time. What becomes of them commits together with the job's
 * position and the end of what was kept of them: a death before the commit leaves all as it was,
 * and another worker, of this instance or another, does it.
 */
@Singleton
class WorkingBatches {
  private static final Logger LOG = Logger.getLogger(WorkingBatches.class);

  private final BatchDatabase database;
  private final WorkRecords records;
  private final TakingInRows taking;
  private final BatchSettings settings;
  private final Clock clock;

  WorkingBatches(
      BatchDatabase database,
      WorkRecords records,
      TakingInRows taking,
      BatchSettings settings,
      Clock clock) {
    this.database = database;
    this.records = records;
    this.taking = taking;
    this.settings = settings;
    this.clock = clock;
  }

  /** How rows are taken in. */
  private interface Manner {
    List<Outcome> takeIn(Handle handle, Job job, List<RawRow> rows);
  }

  /** A job whose rows must not be committed. */
  private static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cancelled() {
      super(null, null, false, false);
    }
  }

  /**
   * Takes in the next rows of the first job that no other worker has at this moment. A job that
   * fails now is told of, and tried again later: it does not keep the others waiting.
   *
   * @return false when there is nothing to do
   */
  boolean workOn() {
    for (UUID job : due()) {
      try {
        if (work(job)) {
          return true;
        }
      } catch (RuntimeException | Error failure) {
        postpone(job, BatchDelay.nameOf(failure));
      }
    }
    return false;
  }

  private List<UUID> due() {
    return database.jdbi().withHandle(handle -> records.due(handle, clock.instant()));
  }

  private void postpone(UUID job, String failure) {
    Optional<Integer> attempts =
        database
            .jdbi()
            .inTransaction(
                handle -> records.postpone(handle, job, failure, settings, clock.instant()));
    LOG.errorf(
        "a batch cannot be worked on now batch=%s attempts=%s fault=%s",
        job, attempts.map(String::valueOf).orElse("another's"), failure);
  }

  private boolean work(UUID job) {
    try {
      return work(job, taking::takeIn);
    } catch (JdbiException failure) {
      if (!isOfTheRows(failure) && !tookTooLong(failure)) {
        throw failure;
      }
      return work(job, taking::takeInEach);
    } catch (Cancelled cancelled) {
      return true;
    }
  }

  private boolean work(UUID id, Manner manner) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Optional<Job> job = records.take(handle, id);
              Optional<List<RawRow>> rows = job.flatMap(taken -> records.next(handle, taken));
              if (rows.isEmpty()) {
                return false;
              }
              KeepingFindings keeping = new KeepingFindings(settings, job.get().findingsKept());
              List<Outcome> outcomes =
                  manner.takeIn(handle, job.get(), rows.get()).stream()
                      .map(keeping::bound)
                      .toList();
              if (!records.done(handle, job.get(), outcomes, clock.instant())) {
                throw new Cancelled();
              }
              return true;
            });
  }

  /** Whether a failure lies in what was to be stored, and would come again. */
  static boolean isOfTheRows(Throwable failure) {
    String state = DatabaseFailures.state(failure);
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }

  // Many rows at once may take longer than a statement may; one that does has met a slow database.
  private static boolean tookTooLong(Throwable failure) {
    return DatabaseFailures.state(failure).equals("57014");
  }
}
