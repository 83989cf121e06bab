package org.openhersys.tracking.status;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.custody.CaseAccess;

/** 現在のステータスの参照. */
@Singleton
public class ReadingStatus {
  private static final String OPERATION = "case-status.read";

  private final AccountedAccess access;
  private final CaseAccess cases;
  private final StatusRecords records;

  @Inject
  ReadingStatus(AccountedAccess access, CaseAccess cases, StatusRecords records) {
    this.access = access;
    this.cases = cases;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 when the caller's centre does not see the case
   */
  CaseStatus read(Caller caller, UUID caseId) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(caseId),
        handle -> {
          CaseStatus status = records.of(handle, caseId);
          // Afterwards: who loses sight meanwhile is not told that the status is not known.
          cases.requireSight(handle, caseId);
          access.record(handle, caller, OPERATION, List.of(caseId));
          return status;
        });
  }
}
