package org.openhersys.tracking.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.openhersys.tracking.intake.SetAsideRecords.Waiting;

/**
 * Tries set-aside events again, with growing pauses of at most five minutes and without end, until
 * each is applied.
 */
@Singleton
class RetryingSetAsideEvents {
  private static final Logger LOG = Logger.getLogger(RetryingSetAsideEvents.class);

  private final WorkerDatabase database;
  private final SetAsideRecords setAside;
  private final ApplyingNotifications applying;
  private final OutboxRecords outbox;

  @Inject
  RetryingSetAsideEvents(
      WorkerDatabase database,
      SetAsideRecords setAside,
      ApplyingNotifications applying,
      OutboxRecords outbox) {
    this.database = database;
    this.setAside = setAside;
    this.applying = applying;
    this.outbox = outbox;
  }

  /**
   * Tries one that is due.
   *
   * @return whether there was one
   */
  boolean retryOne() {
    if (!database.jdbi().withHandle(setAside::anythingDue)) {
      return false;
    }
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              // The reader's place too: two transactions must not open the case of one course at
              // once.
              if (outbox.takePlace(handle).isEmpty()) {
                return false;
              }
              Optional<Waiting> due = setAside.takeDue(handle);
              due.ifPresent(waiting -> attempt(handle, waiting));
              return due.isPresent();
            });
  }

  private void attempt(Handle handle, Waiting waiting) {
    handle.savepoint("attempt");
    try {
      applying.apply(handle, List.of(waiting.notificationId()));
      setAside.remove(handle, waiting);
      LOG.infof(
          "set-aside event applied sequence=%d notification=%s attempts=%d",
          waiting.sequence(), waiting.notificationId(), waiting.attempts() + 1);
    } catch (RuntimeException failure) {
      Fault fault = Fault.of(failure);
      if (fault.passes()) {
        throw failure;
      }
      handle.rollbackToSavepoint("attempt");
      setAside.postpone(handle, waiting, fault);
      LOG.errorf(
          "set-aside event still fails sequence=%d notification=%s attempts=%d fault=%s",
          waiting.sequence(), waiting.notificationId(), waiting.attempts() + 1, fault.name());
    }
  }
}
