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
 * <p>One turn applies up to {@value #MOST} events in one transaction, with a number of statements
 * that does not grow with them ({@link ApplyingNotifications}). Whatever comes of one course in one
 * turn, several notifications of it or a revision and its withdrawal, is one step of its case; over
 * the turns a case only goes on to a later state.
 *
 * <p>An event that cannot be applied is set aside, in the transaction that moves the position past
 * it, and is tried again until it can be ({@link RetryingSetAsideEvents}): one faulty notification
 * must not keep all others from their health centres. It is found by halving: a turn that fails is
 * undone and its halves are taken, until the faulty one stands alone. It is never skipped silently:
 * it is logged as an error, and makes {@code /q/health/well} DOWN.
 */
@Singleton
class ReadingEvents {
  private static final Logger LOG = Logger.getLogger(ReadingEvents.class);

  /**
   * Keeps a transaction well under a second, also on a busy machine (0.2 s where it was measured):
   * the feed's readers wait for it, and whoever changes a case that is in it.
   */
  static final int MOST = 250;

  private final WorkerDatabase database;
  private final OutboxRecords outbox;
  private final ApplyingNotifications applying;
  private final SetAsideRecords setAside;

  @Inject
  ReadingEvents(
      WorkerDatabase database,
      OutboxRecords outbox,
      ApplyingNotifications applying,
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
    return take(MOST) == MOST;
  }

  /** Takes the next ones; answers how many it has dealt with, applied or set aside. */
  private int take(int most) {
    try {
      return apply(most);
    } catch (ApplyingFailed failed) {
      int tried = failed.events().size();
      if (tried > 1) {
        return take(tried / 2) + take(tried - tried / 2);
      }
      if (failed.fault().passes()) {
        throw failed;
      }
      setAside(failed.events().get(0), failed.fault());
      return 1;
    }
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
              if (!events.isEmpty()) {
                apply(handle, events);
                outbox.moveTo(handle, events.get(events.size() - 1).position());
              }
              return events.size();
            });
  }

  private void apply(Handle handle, List<Event> events) {
    try {
      applying.apply(handle, events.stream().map(Event::notificationId).toList());
    } catch (RuntimeException fault) {
      Fault of = Fault.of(fault);
      if (of.passes() && !of.passesWithFewer()) {
        throw fault;
      }
      throw new ApplyingFailed(events, fault);
    }
  }

  private void setAside(Event event, Fault fault) {
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
                  setAside.add(handle, event, fault);
                  outbox.moveTo(handle, event.position());
                  return true;
                });
    if (done) {
      LOG.errorf(
          "event set aside sequence=%d notification=%s fault=%s",
          event.position().sequence(), event.notificationId(), fault.name());
    }
  }
}
