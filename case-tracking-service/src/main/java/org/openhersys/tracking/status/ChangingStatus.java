package org.openhersys.tracking.status;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.custody.CaseAccess;

/**
 * 現在のステータスの変更: the responsible health centre sets it, or a related one that may write, whenever it
 * changes ([S5-2]).
 */
@Singleton
public class ChangingStatus {
  private static final String OPERATION = "case-status.change";

  private final AccountedAccess access;
  private final CaseAccess cases;
  private final StatusRecords records;
  private final Clock clock;

  @Inject
  ChangingStatus(AccountedAccess access, CaseAccess cases, StatusRecords records, Clock clock) {
    this.access = access;
    this.cases = cases;
    this.records = records;
    this.clock = clock;
  }

  /**
   * @param ifMatch the tag of the status that the caller saw
   * @throws ProblemException 404 unseen, 403 only read, 428 without a tag, 412 changed meanwhile
   */
  CaseStatus change(
      Caller caller, UUID caseId, @Nullable String ifMatch, StatusChange.Judged change) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(caseId),
        handle -> {
          cases.holdForWriting(handle, caller, caseId);
          CaseStatus present = records.of(handle, caseId);
          ETags.requireMatch(ifMatch, present.tag(), () -> present.stale(ifMatch));
          records.add(handle, caller, caseId, present.version() + 1, change, clock.instant());
          cases.announce(handle, caseId);
          access.record(handle, caller, OPERATION, List.of(caseId));
          return records.of(handle, caseId);
        });
  }
}
