package org.openhersys.tracking.casefile;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** 担当: what only the responsible health centre may do with a case ([S4], [S5-2]). */
@Singleton
public class Responsibility {

  /**
   * Holds the case for the responsible centre until the transaction ends. Waits for an acceptance
   * that is under way, and judges by what it left: nobody changes a case that was just handed over.
   *
   * @throws ProblemException 404 when the caller's centre does not see the case, 403 when it only
   *     reads it
   */
  public void hold(Handle handle, Caller caller, UUID caseId) {
    boolean responsible =
        handle
            .createQuery(
                """
                select true from tracking.case_file
                where id = :case and responsible_organisation_id = :organisation for update
                """)
            .bind("case", caseId)
            .bind("organisation", caller.organisationId())
            .mapTo(Boolean.class)
            .findOne()
            .isPresent();
    if (!responsible) {
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

  /** Tells everybody who may see the case that it changed, through the feed. */
  public void announce(Handle handle, UUID caseId) {
    handle
        .createQuery("select tracking.announce(:case)")
        .bind("case", caseId)
        .map((row, context) -> caseId)
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
