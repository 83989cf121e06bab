package org.openhersys.tracking.custody;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** 担当・関係の履歴の参照, by everybody who sees the case. */
@Singleton
public class ReadingCustody {
  private static final String OPERATION = "case-custody.read";

  private final LookingAtCase looking;
  private final CustodyRecords records;

  @Inject
  ReadingCustody(LookingAtCase looking, CustodyRecords records) {
    this.looking = looking;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 when the caller's centre does not see the case
   */
  CustodyHistory read(Caller caller, UUID caseId) {
    return looking.look(caller, OPERATION, caseId, handle -> records.history(handle, caseId));
  }
}
