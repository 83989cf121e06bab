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
import org.openhersys.notification.batch.WorkRecords.Stopped;

/**
 * 一括届出の処理: some rows of a job at a time. What becomes of them commits together with the job's
 * position and the end of what was kept of them: a death before the commit leaves all as it was,
 * and another worker, of this instance or another, does it.
 *
 * <p>Rows that cannot be taken in together are undone, and their halves are taken, each in a
 * transaction of its own, until the one that cannot be stands alone and is refused: one among 500
 * costs about eighteen transactions, and what stands before it is done.
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

  /** A job that was cancelled, or that another worker went on with: nothing may be committed. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken() {
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
      return take(job, Integer.MAX_VALUE) > 0;
    } catch (Overtaken overtaken) {
      return true;
    }
  }

  /** Takes in so many of the next rows; answers how many it has dealt with, taken in or refused. */
  private int take(UUID job, int most) {
    try {
      return turn(job, most, taking::takeIn);
    } catch (NotTogether failed) {
      if (failed.rows() > 1) {
        return takeParts(job, failed);
      }
      if (!isOfTheRows(failed)) {
        throw failed;
      }
      // What stands alone for the first time may have met another's row in passing.
      return most > 1 ? take(job, 1) : refuse(job, failed);
    }
  }

  private int takeParts(UUID job, NotTogether failed) {
    int left = failed.rows();
    int done = 0;
    if (tookTooLong(failed)) {
      // If one alone takes too long as well, it is the database, which must not be asked ten times.
      done = take(job, 1);
      left--;
    }
    int half = left / 2;
    if (half > 0) {
      done += take(job, half);
    }
    return done + take(job, left - half);
  }

  private int refuse(UUID job, NotTogether failed) {
    int done =
        turn(
            job,
            1,
            (handle, taken, rows) -> {
              if (rows.get(0).number() != failed.first()) {
                throw new Overtaken();
              }
              return List.of(TakingInRows.notProcessed(rows.get(0)));
            });
    if (done > 0) {
      LOG.errorf(
          "a row cannot be stored batch=%s row=%d sqlstate=%s",
          job, failed.first(), DatabaseFailures.state(failed));
    }
    return done;
  }

  /**
   * One transaction.
   *
   * @param rows dealt with
   * @param stopped where the batch was stopped instead
   */
  private record Turn(int rows, Optional<Stopped> stopped) {}

  private int turn(UUID id, int most, Manner manner) {
    Turn turn =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  Optional<Job> job = records.take(handle, id);
                  Optional<NextRows> next = job.flatMap(taken -> records.next(handle, taken, most));
                  if (next.isEmpty()) {
                    return new Turn(0, records.stopped(handle, id));
                  }
                  takeIn(handle, job.get(), next.get(), manner);
                  return new Turn(next.get().rows().size(), Optional.empty());
                });
    turn.stopped().ifPresent(stopped -> tell(id, stopped));
    return turn.rows();
  }

  private static void tell(UUID id, Stopped stopped) {
    LOG.warnf(
        "a batch was stopped, who sent it may send no longer batch=%s organisation=%s principal=%s reason=%s",
        id, stopped.organisation(), stopped.principal(), stopped.reason());
  }

  private void takeIn(Handle handle, Job job, NextRows next, Manner manner) {
    try {
      KeepingFindings keeping = new KeepingFindings(settings, job.findingsKept());
      List<Outcome> outcomes =
          manner.takeIn(handle, job, next.rows()).stream().map(keeping::bound).toList();
      if (!records.done(handle, job, next, outcomes, clock.instant())) {
        throw new Overtaken();
      }
    } catch (JdbiException failure) {
      if (!isOfTheRows(failure) && !tookTooLong(failure)) {
        throw failure;
      }
      throw new NotTogether(next.rows().get(0).number(), next.rows().size(), failure);
    }
  }

  /** Whether a failure lies in what was to be stored, and would come again. */
  private static boolean isOfTheRows(Throwable failure) {
    String state = DatabaseFailures.state(failure);
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }

  // Many rows at once may take longer than a statement, or a transaction, may; one that does has
  // met a slow database.
  private static boolean tookTooLong(Throwable failure) {
    String state = DatabaseFailures.state(failure);
    return state.equals("57014") || state.equals("25P03") || state.equals("25P04");
  }
}
