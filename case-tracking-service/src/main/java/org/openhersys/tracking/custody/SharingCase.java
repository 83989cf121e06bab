package org.openhersys.tracking.custody;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.IfMatch;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.custody.RelatedCentreRecords.Sharing;

/** 関係保健所の設定と解除: the responsible centre says who shares a case, and how ([S4]). */
@Singleton
public class SharingCase {
  private static final String SET = "related-centre.set";
  private static final String REMOVE = "related-centre.remove";

  // No list has it: what is asked with it changes nothing, and is judged all the same.
  private static final int NO_VERSION = -1;

  private final AccountedAccess access;
  private final RelatedCentreRecords records;

  @Inject
  SharingCase(AccountedAccess access, RelatedCentreRecords records) {
    this.access = access;
    this.records = records;
  }

  /**
   * @param ifMatch the tag of the list that the caller saw
   * @throws ProblemException 404 unseen, 403 not responsible, 428 without a tag, 412 changed
   *     meanwhile, 422 a centre that cannot share the case, or a day that is over
   */
  RelatedCentres set(
      Caller caller,
      UUID caseId,
      UUID organisation,
      IfMatch ifMatch,
      RelatedCentreSetting.Judged setting) {
    return change(
        caller,
        SET,
        caseId,
        ifMatch,
        (handle, version) -> records.set(handle, caller, caseId, organisation, setting, version));
  }

  /**
   * @param ifMatch the tag of the list that the caller saw
   * @throws ProblemException 404 unseen, or no such centre in the list, 403 not responsible, 428
   *     without a tag, 412 changed meanwhile
   */
  RelatedCentres remove(Caller caller, UUID caseId, UUID organisation, IfMatch ifMatch) {
    return change(
        caller,
        REMOVE,
        caseId,
        ifMatch,
        (handle, version) -> records.remove(handle, caller, caseId, organisation, version));
  }

  private RelatedCentres change(
      Caller caller, String operation, UUID caseId, IfMatch ifMatch, Change change) {
    return access.attempt(
        caller,
        operation,
        List.of(caseId),
        handle -> {
          Sharing outcome = change.with(handle, versionSeen(records.of(handle, caseId), ifMatch));
          if (outcome != Sharing.DONE) {
            throw refusal(
                outcome, records.of(handle, caseId), records.changedBy(handle, caseId), ifMatch);
          }
          access.record(handle, caller, operation, List.of(caseId));
          return records.of(handle, caseId);
        });
  }

  private static int versionSeen(RelatedCentres present, IfMatch ifMatch) {
    return ifMatch.names(present.tag()) ? present.version() : NO_VERSION;
  }

  private static ProblemException refusal(
      Sharing outcome, RelatedCentres present, @Nullable String changedBy, IfMatch ifMatch) {
    return switch (outcome) {
      case FORBIDDEN -> ProblemException.forbidden();
      case STALE -> ifMatch.refusal(present.tag(), changedBy);
      case OWN_CENTRE ->
          ProblemException.invalidContent(
              "",
              "OWN_CENTRE",
              "担当保健所は関係保健所にできません",
              "The responsible centre does not share the case with itself");
      case NOT_A_HEALTH_CENTRE ->
          ProblemException.invalidContent(
              "",
              "NOT_A_HEALTH_CENTRE",
              "関係保健所は利用中の保健所でなければなりません",
              "Only an active health centre can share a case");
      case OVER -> ProblemException.invalidContent(List.of(RelatedCentreSetting.over()));
      case NOT_FOUND -> ProblemException.notFound();
      case DONE -> throw new IllegalStateException(outcome + " refuses nothing");
    };
  }

  /** A change of the list that is judged with the version the caller saw. */
  private interface Change {
    Sharing with(Handle handle, int version);
  }
}
