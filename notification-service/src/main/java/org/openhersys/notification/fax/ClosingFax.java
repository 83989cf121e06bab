package org.openhersys.notification.fax;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.confirmation.Confirmations;

/**
 * FAXの終了: a blank page, the same form again, what is no notification of its own. The original
 * stays.
 */
@Singleton
public class ClosingFax {
  private static final String OPERATION = "fax.close";

  private final AccountedAccess access;
  private final Faxes faxes;
  private final FaxRecords records;
  private final Confirmations confirmations;
  private final Clock clock;

  ClosingFax(
      AccountedAccess access,
      Faxes faxes,
      FaxRecords records,
      Confirmations confirmations,
      Clock clock) {
    this.access = access;
    this.faxes = faxes;
    this.records = records;
    this.confirmations = confirmations;
    this.clock = clock;
  }

  /**
   * @throws ProblemException 404, also where the centre does not see the notification that it is
   *     said to supplement; 409 settled, or claimed by somebody else
   */
  KeptFax close(Caller caller, UUID id, FaxClosing.Judged closing) {
    Instant now = clock.instant();
    UUID supplements = closing.supplements();
    List<UUID> subjects = supplements == null ? List.of(id) : List.of(id, supplements);
    return access.attempt(
        caller,
        OPERATION,
        subjects,
        handle -> {
          faxes.hold(handle, id, now).requireFreeFor(caller);
          if (supplements != null) {
            confirmations.requireSight(handle, supplements);
          }
          records.close(handle, caller, id, closing, now);
          access.record(handle, caller, OPERATION, subjects);
          return faxes.present(handle, id, now);
        });
  }
}
