package org.openhersys.tracking.testlist;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.custody.CaseAccess;

/** 検査タブの参照. */
@Singleton
public class ReadingTestList {
  private static final String OPERATION = "case-tests.read";

  private final AccountedAccess access;
  private final CaseAccess cases;
  private final TestListRecords records;

  @Inject
  ReadingTestList(AccountedAccess access, CaseAccess cases, TestListRecords records) {
    this.access = access;
    this.cases = cases;
    this.records = records;
  }

  /**
   * All tests of the case, with who entered them when.
   *
   * @throws ProblemException 404 when the caller's centre does not see the case
   */
  TestList read(Caller caller, UUID caseId) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(caseId),
        handle -> {
          TestList tests = records.of(handle, caseId);
          // Afterwards: who loses sight meanwhile is not told that there are no tests.
          cases.requireSight(handle, caseId);
          access.record(handle, caller, OPERATION, List.of(caseId));
          return tests;
        });
  }
}
