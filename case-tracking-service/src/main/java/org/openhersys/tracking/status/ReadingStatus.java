package org.openhersys.tracking.status;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.custody.LookingAtCase;

/** 現在のステータスの参照. */
@Singleton
public class ReadingStatus {
  private static final String OPERATION = "case-status.read";

  private final LookingAtCase looking;
  private final StatusRecords records;

  @Inject
  ReadingStatus(LookingAtCase looking, StatusRecords records) {
    this.looking = looking;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 when the caller's centre does not see the case
   */
  CaseStatus read(Caller caller, UUID caseId) {
    return looking.look(caller, OPERATION, caseId, handle -> records.of(handle, caseId));
  }
}
