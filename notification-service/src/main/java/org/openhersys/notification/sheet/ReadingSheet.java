package org.openhersys.notification.sheet;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** Looking at a notification in order to confirm it. */
@Singleton
public class ReadingSheet {
  private static final String OPERATION = "confirmation.read";

  private final AccountedAccess access;
  private final SheetRecords records;

  ReadingSheet(AccountedAccess access, SheetRecords records) {
    this.access = access;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 when there is no notification that the caller may know of
   */
  KeptSheet read(Caller caller, UUID notification) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(notification),
        handle -> {
          KeptSheet sheet =
              records.find(handle, notification).orElseThrow(ProblemException::notFound);
          access.record(handle, caller, OPERATION, sheet.subjects());
          return sheet;
        });
  }
}
