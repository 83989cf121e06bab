package org.openhersys.tracking.custody;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** 関係保健所の一覧. */
@Singleton
public class ListingRelatedCentres {
  private static final String OPERATION = "related-centre.list";

  private final AccountedAccess access;
  private final RelatedCentreRecords records;

  @Inject
  ListingRelatedCentres(AccountedAccess access, RelatedCentreRecords records) {
    this.access = access;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 when the caller's centre does not see the case
   */
  RelatedCentres list(Caller caller, UUID caseId) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(caseId),
        handle -> {
          RelatedCentres found = records.of(handle, caseId);
          access.record(handle, caller, OPERATION, List.of(caseId));
          return found;
        });
  }
}
