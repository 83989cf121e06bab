package org.openhersys.tracking.custody;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/**
 * Who may read a case, and who may write to it: its responsible centre 担当, and a related one 関係
 * that may write ([S4], [S5-2]).
 */
@Singleton
public class CaseAccess {

  /**
   * Holds the case for a writer until the transaction ends. Waits for a handover or a removal that
   * is under way, and judges by what it left: nobody changes a case that was just handed over, or
   * shared no more.
   *
   * @throws ProblemException 404 when the caller's centre does not see the case, 403 when it only
   *     reads it
   */
  public void holdForWriting(Handle handle, Caller caller, UUID caseId) {
    if (!lock(handle, caseId) || !writes(handle, caller, caseId)) {
      throw sees(handle, caseId) ? ProblemException.forbidden() : ProblemException.notFound();
    }
  }

  /**
   * For what everybody may read who sees the case.
   *
   * @throws ProblemException 404 when the caller's centre does not see the case
   */
  public void requireSight(Handle handle, UUID caseId) {
    if (!sees(handle, caseId)) {
      throw ProblemException.notFound();
    }
  }

  /**
   * Tells everybody who may see the case that it changed, through the feed; the caller sees it too.
   */
  public void announce(Handle handle, UUID caseId) {
    handle
        .createQuery("select tracking.announce_seen(:case)")
        .bind("case", caseId)
        .map((row, context) -> caseId)
        .one();
  }

  // The policy shows the row only to a writer, and looks at the row itself.
  private static boolean lock(Handle handle, UUID caseId) {
    return handle
        .createQuery("select true from tracking.case_file where id = :case for update")
        .bind("case", caseId)
        .mapTo(Boolean.class)
        .findOne()
        .isPresent();
  }

  // A statement of its own, after the lock: it sees what whoever held the lock before left.
  private static boolean writes(Handle handle, Caller caller, UUID caseId) {
    return handle
        .createQuery(
            """
            select exists (select from tracking.custody_entry
                           where case_id = :case and organisation_id = :organisation and custody_right = 'WRITE'
                             and (write_until is null or write_until > now()))
            """)
        .bind("case", caseId)
        .bind("organisation", caller.organisationId())
        .mapTo(Boolean.class)
        .one();
  }

  private static boolean sees(Handle handle, UUID caseId) {
    return handle
        .createQuery("select exists (select from tracking.case_file where id = :case)")
        .bind("case", caseId)
        .mapTo(Boolean.class)
        .one();
  }
}
