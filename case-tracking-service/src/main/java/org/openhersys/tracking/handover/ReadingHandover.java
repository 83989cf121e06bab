package org.openhersys.tracking.handover;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** 引継ぎの参照, by its centres and the local governments above them. */
@Singleton
public class ReadingHandover {
  private static final String OPERATION = "handover.read";

  private final AccountedAccess access;
  private final HandoverRecords records;

  @Inject
  ReadingHandover(AccountedAccess access, HandoverRecords records) {
    this.access = access;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 when the caller's centre takes no part in it
   */
  Handover read(Caller caller, UUID id) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          Handover found = records.find(handle, id).orElseThrow(ProblemException::notFound);
          access.record(handle, caller, OPERATION, List.of(id, found.caseId()));
          return found;
        });
  }
}
