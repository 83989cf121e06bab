package org.openhersys.notification.fax;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** FAXの終了: a blank page, the same form again, what is no notification. The original stays. */
@Singleton
public class ClosingFax {
  private static final String OPERATION = "fax.close";

  private final AccountedAccess access;
  private final Faxes faxes;
  private final FaxRecords records;
  private final Clock clock;

  ClosingFax(AccountedAccess access, Faxes faxes, FaxRecords records, Clock clock) {
    this.access = access;
    this.faxes = faxes;
    this.records = records;
    this.clock = clock;
  }

  /**
   * @throws ProblemException 404; 409 settled, or claimed by somebody else
   */
  KeptFax close(Caller caller, UUID id, FaxClosing closing) {
    Instant now = clock.instant();
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          faxes.hold(handle, id, now).requireFreeFor(caller);
          records.close(handle, caller, id, closing, now);
          access.record(handle, caller, OPERATION, List.of(id));
          return faxes.present(handle, id, now);
        });
  }
}
