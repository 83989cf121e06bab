package org.openhersys.notification.batch;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.problem.DatabaseFailures;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.submission.SubmittingMany;
import org.openhersys.notification.submission.SubmittingMany.Examined;
import org.openhersys.notification.submission.SubmittingMany.Taken;

/** Some rows of a batch: each is examined, and those that nothing refuses are stored together. */
@Singleton
class TakingInRows {
  private static final Logger LOG = Logger.getLogger(TakingInRows.class);
  private static final String OPERATION = "batch.store";
  private static final String BEFORE = "before_row";

  private final SubmittingMany submitting;
  private final AccessLog accessLog;

  TakingInRows(SubmittingMany submitting, AccessLog accessLog) {
    this.submitting = submitting;
    this.accessLog = accessLog;
  }

  /**
   * Takes them in, in the scope of who has sent them.
   *
   * @return what became of each, in their order
   * @throws ProblemException 409 when no health centre receives what the sender sends: nothing was
   *     written, and no row is to be blamed
   */
  List<Outcome> takeIn(Handle handle, Job job, List<RawRow> rows) {
    return outcomes(job, rows, acceptable -> stored(handle, job, acceptable));
  }

  /**
   * The same one by one, where together they could not be stored: the row that cannot be is
   * refused, and no other.
   */
  List<Outcome> takeInEach(Handle handle, Job job, List<RawRow> rows) {
    return outcomes(
        job,
        rows,
        acceptable -> {
          List<Kept> kept = new ArrayList<>();
          acceptable.forEach(one -> kept.add(storedAlone(handle, job, one)));
          return kept;
        });
  }

  /** Stores, and says what became of each in the same order. */
  private interface Storing {
    List<Kept> store(List<Examined> acceptable);
  }

  /**
   * @param taken null where it could not be stored
   * @param refusal why
   */
  private record Kept(@Nullable Taken taken, List<Finding> refusal) {
    Outcome outcome(int row) {
      return taken == null
          ? Outcome.refused(row, refusal)
          : Outcome.stored(row, taken.notificationId(), taken.warnings());
    }
  }

  private List<Outcome> outcomes(Job job, List<RawRow> rows, Storing storing) {
    List<Examined> examined = rows.stream().map(row -> examined(job, row)).toList();
    List<Examined> acceptable = examined.stream().filter(Examined::isAcceptable).toList();
    Iterator<Kept> kept =
        (acceptable.isEmpty() ? List.<Kept>of() : storing.store(acceptable)).iterator();
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i).number();
      Examined one = examined.get(i);
      outcomes.add(
          one.isAcceptable() ? kept.next().outcome(row) : Outcome.refused(row, one.findings()));
    }
    return outcomes;
  }

  private List<Kept> stored(Handle handle, Job job, List<Examined> acceptable) {
    List<Taken> taken = submitting.store(handle, job.sender(), job.receivedAt(), acceptable);
    record(handle, job, taken);
    return taken.stream().map(one -> new Kept(one, List.of())).toList();
  }

  private Kept storedAlone(Handle handle, Job job, Examined one) {
    handle.savepoint(BEFORE);
    try {
      Kept kept = stored(handle, job, List.of(one)).get(0);
      handle.releaseSavepoint(BEFORE);
      return kept;
    } catch (UnableToExecuteStatementException failure) {
      if (!WorkingBatches.isOfTheRows(failure)) {
        throw failure;
      }
      handle.rollbackToSavepoint(BEFORE);
      LOG.errorf(
          "a row cannot be stored batch=%s sqlstate=%s", job.id(), DatabaseFailures.state(failure));
      return new Kept(null, List.of(notProcessed()));
    }
  }

  private void record(Handle handle, Job job, List<Taken> taken) {
    accessLog.record(
        handle,
        job.sender(),
        OPERATION,
        taken.stream().flatMap(one -> Stream.of(one.notificationId(), one.courseId())).toList(),
        job.traceId());
  }

  // A fault of ours in one row must not keep the others waiting.
  private Examined examined(Job job, RawRow row) {
    if (row.content() == null) {
      return new Examined(null, List.of(tooLong()));
    }
    try {
      return submitting.examine(job.sender().role(), row.content(), job.receivedAt());
    } catch (RuntimeException | StackOverflowError fault) {
      LOG.errorf(
          "a row cannot be examined batch=%s row=%d fault=%s",
          job.id(), row.number(), fault.getClass().getSimpleName());
      return new Examined(null, List.of(notProcessed()));
    }
  }

  private static Finding tooLong() {
    return Finding.error("", "ROW_TOO_LONG", "この行は長すぎます。", "This row is too long.");
  }

  private static Finding notProcessed() {
    return Finding.error(
        "",
        "ROW_NOT_PROCESSED",
        "内部エラーのため、この行を処理できませんでした。",
        "This row could not be processed because of an internal error.");
  }
}
