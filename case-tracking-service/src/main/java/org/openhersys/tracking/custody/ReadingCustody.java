package org.openhersys.tracking.custody;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** 担当・関係の履歴の参照, by everybody who sees the case. */
@Singleton
public class ReadingCustody {
  private static final String OPERATION = "case-custody.read";

  private final AccountedAccess access;
  private final CaseAccess cases;
  private final CustodyRecords records;

  @Inject
  ReadingCustody(AccountedAccess access, CaseAccess cases, CustodyRecords records) {
    this.access = access;
    this.cases = cases;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 when the caller's centre does not see the case
   */
  CustodyHistory read(Caller caller, UUID caseId) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(caseId),
        handle -> {
          CustodyHistory history = records.history(handle, caseId);
          // Afterwards: who loses sight meanwhile is not told of an empty history.
          cases.requireSight(handle, caseId);
          access.record(handle, caller, OPERATION, List.of(caseId));
          return history;
        });
  }
}
