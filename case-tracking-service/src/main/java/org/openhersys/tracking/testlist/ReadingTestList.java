package org.openhersys.tracking.testlist;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.custody.LookingAtCase;

/** 検査タブの参照. */
@Singleton
public class ReadingTestList {
  private static final String OPERATION = "case-test.list";

  private final LookingAtCase looking;
  private final TestListRecords records;

  @Inject
  ReadingTestList(LookingAtCase looking, TestListRecords records) {
    this.looking = looking;
    this.records = records;
  }

  /**
   * All tests of the case, with who entered them when.
   *
   * @throws ProblemException 404 when the caller's centre does not see the case
   */
  TestList read(Caller caller, UUID caseId) {
    return looking.look(
        caller, OPERATION, caseId, handle -> records.of(handle, caseId), TestList::notifications);
  }
}
