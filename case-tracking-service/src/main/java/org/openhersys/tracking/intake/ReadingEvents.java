package org.openhersys.tracking.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.event.Position;

/**
 * Takes notifications from the outbox into cases, each exactly once: the cases and the reader's
 * position commit together, so a reader that dies half-way has done nothing. Any number of
 * instances may run; one works at a time.
 *
 * <p>An event that cannot be applied is set aside, in the transaction that moves the position past
 * it, and is tried again until it can be ({@link RetryingSetAsideEvents}): one faulty notification
 * must not keep all others from their health centres. It is never skipped silently: it is logged as
 * an error, and makes {@code /q/health/well} DOWN.
 */
@Singleton
class ReadingEvents {
  private static final Logger LOG = Logger.getLogger(ReadingEvents.class);

  /** Keeps transactions short: the feed's readers wait for them. */
  private static final int BATCH = 50;

  private final WorkerDatabase database;
  private final OutboxRecords outbox;
  private final ApplyingNotification applying;
  private final SetAsideRecords setAside;

  @Inject
  ReadingEvents(
      WorkerDatabase database,
      OutboxRecords outbox,
      ApplyingNotification applying,
      SetAsideRecords setAside) {
    this.database = database;
    this.outbox = outbox;
    this.applying = applying;
    this.setAside = setAside;
  }

  /**
   * Reads the next batch, if there is one and no other instance is reading.
   *
   * @return whether to go on at once, because there may be more
   * @throws RuntimeException when the database did not serve; nothing is done then
   */
  boolean readOn() {
    if (!database.jdbi().withHandle(outbox::anythingWaits)) {
      return false;
    }
    try {
      return apply(BATCH) == BATCH;
    } catch (ApplyingFailed failed) {
      return oneByOne();
    }
  }

  private boolean oneByOne() {
    for (int i = 0; i < BATCH; i++) {
      try {
        if (apply(1) == 0) {
          return false;
        }
      } catch (ApplyingFailed failed) {
        setAside(failed);
      }
    }
    return true;
  }

  private int apply(int most) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Optional<Position> place = outbox.takePlace(handle);
              if (place.isEmpty()) {
                return 0;
              }
              List<Event> events = outbox.behind(handle, place.get(), most);
              events.forEach(event -> apply(handle, event));
              if (!events.isEmpty()) {
                outbox.moveTo(handle, events.get(events.size() - 1).position());
              }
              return events.size();
            });
  }

  private void apply(Handle handle, Event event) {
    try {
      applying.apply(handle, event.notificationId());
    } catch (RuntimeException fault) {
      if (Fault.of(fault).passes()) {
        throw fault;
      }
      throw new ApplyingFailed(event, fault);
    }
  }

  private void setAside(ApplyingFailed failed) {
    Event event = failed.event();
    boolean done =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  Optional<Position> place = outbox.takePlace(handle);
                  // Only if it is still the next one: another instance may have been quicker.
                  if (place.isEmpty()
                      || !List.of(event).equals(outbox.behind(handle, place.get(), 1))) {
                    return false;
                  }
                  setAside.add(handle, event, failed.fault());
                  outbox.moveTo(handle, event.position());
                  return true;
                });
    if (done) {
      LOG.errorf(
          "event set aside sequence=%d notification=%s fault=%s",
          event.position().sequence(), event.notificationId(), failed.fault().name());
    }
  }
}
