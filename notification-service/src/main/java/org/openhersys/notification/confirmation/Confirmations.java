package org.openhersys.notification.confirmation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/**
 * Holds and moves the confirmation of a notification. Whoever confirms, asks, answers or
 * supplements holds it first, so that they come one after the other.
 */
@Singleton
public class Confirmations {
  private final ConfirmationRecords records;

  Confirmations(ConfirmationRecords records) {
    this.records = records;
  }

  /**
   * Holds it for the sender, the receiving centre or one that may write the case until the
   * transaction ends, and says how it stands then.
   *
   * @throws ProblemException 404 when the caller does not see the notification, 403 when the caller
   *     only sees it
   */
  public Confirmation hold(Handle handle, UUID notification) {
    if (!records.lock(handle, notification)) {
      throw records.sees(handle, notification)
          ? ProblemException.forbidden()
          : ProblemException.notFound();
    }
    return records.present(handle, notification);
  }

  /**
   * Holds it for whoever may change the notification: the sender, and the centres that may write
   * the case ([S3], [S4]).
   *
   * @throws ProblemException 404 when the caller does not see the notification, 403 when the caller
   *     may not change it
   */
  public Confirmation holdToChange(Handle handle, UUID notification) {
    Confirmation held = hold(handle, notification);
    if (!records.maySupplement(handle, notification)) {
      throw ProblemException.forbidden();
    }
    return held;
  }

  /**
   * For what everybody may read who sees the notification.
   *
   * @throws ProblemException 404 when the caller does not see it
   */
  public void requireSight(Handle handle, UUID notification) {
    if (!records.sees(handle, notification)) {
      throw ProblemException.notFound();
    }
  }

  /**
   * Does the deed, with an entry in the history.
   *
   * @return whether it changed anything
   */
  public boolean move(
      Handle handle, Caller caller, Confirmation held, ConfirmationDeed deed, Instant now) {
    return held.state()
        .after(deed)
        .map(
            next -> {
              records.move(handle, caller, held, deed, next, now);
              return true;
            })
        .orElse(false);
  }
}
