package org.openhersys.notification.batch;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.accesslog.AccessLog;
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
    List<Examined> examined = rows.stream().map(row -> examined(job, row)).toList();
    List<Examined> acceptable = examined.stream().filter(Examined::isAcceptable).toList();
    Iterator<Taken> taken =
        (acceptable.isEmpty() ? List.<Taken>of() : stored(handle, job, acceptable)).iterator();
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i).number();
      Examined one = examined.get(i);
      outcomes.add(
          one.isAcceptable() ? stored(row, taken.next()) : Outcome.refused(row, one.findings()));
    }
    return outcomes;
  }

  /** The outcome of a row of which nothing can be made, through a fault of ours. */
  static Outcome notProcessed(RawRow row) {
    return Outcome.refused(row.number(), List.of(notProcessed()));
  }

  private static Outcome stored(int row, Taken taken) {
    return Outcome.stored(row, taken.notificationId(), taken.warnings());
  }

  private List<Taken> stored(Handle handle, Job job, List<Examined> acceptable) {
    List<Taken> taken = submitting.store(handle, job.sender(), job.receivedAt(), acceptable);
    accessLog.record(
        handle,
        job.sender(),
        OPERATION,
        taken.stream().flatMap(one -> Stream.of(one.notificationId(), one.courseId())).toList(),
        job.traceId());
    return taken;
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
