package org.openhersys.tracking.custody;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** 関係保健所の一覧. */
@Singleton
public class ListingRelatedCentres {
  private static final String OPERATION = "related-centre.list";

  private final LookingAtCase looking;
  private final RelatedCentreRecords records;

  @Inject
  ListingRelatedCentres(LookingAtCase looking, RelatedCentreRecords records) {
    this.looking = looking;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 when the caller's centre does not see the case
   */
  RelatedCentres list(Caller caller, UUID caseId) {
    return looking.look(caller, OPERATION, caseId, handle -> records.of(handle, caseId));
  }
}
