package org.openhersys.notification.confirmation;

import java.util.UUID;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;

/**
 * The confirmation of a notification, held until the transaction ends.
 *
 * @param sender 届出医療機関
 * @param receivingCentre 届出先保健所
 * @param superseded whether a later notification of the course counts (追加登録)
 * @param version grows with each change of the state or the questions
 * @param revision the notification's present revision
 */
public record Confirmation(
    UUID notificationId,
    UUID courseId,
    String smartphoneEntryId,
    UUID sender,
    UUID receivingCentre,
    ConfirmationState state,
    boolean superseded,
    int version,
    int revision) {

  /** The entity tag: what is confirmed is this revision in this state. */
  public static String tag(int revision, int version) {
    return ETags.strong("confirmation", revision, version);
  }

  /** The same of the revision that has just become the present one. */
  public Confirmation of(int newRevision) {
    return new Confirmation(
        notificationId,
        courseId,
        smartphoneEntryId,
        sender,
        receivingCentre,
        state,
        superseded,
        version,
        newRevision);
  }

  /**
   * For what only the receiving centre does.
   *
   * @throws ProblemException 403 for anybody else who sees the notification
   */
  public Confirmation requireReceivingCentre(Caller caller) {
    return require(receivingCentre.equals(caller.organisationId()));
  }

  /**
   * For what only the sender does.
   *
   * @throws ProblemException 403 for anybody else who sees the notification
   */
  public Confirmation requireSender(Caller caller) {
    return require(sender.equals(caller.organisationId()));
  }

  /**
   * For what is done with a notification that counts.
   *
   * @throws ProblemException 409 once it is withdrawn (取下げ)
   */
  public Confirmation requireNotWithdrawn() {
    if (state == ConfirmationState.WITHDRAWN) {
      throw ProblemException.conflict(
          "NOTIFICATION_WITHDRAWN", "この発生届は取り下げられています。", "The notification is withdrawn.");
    }
    return this;
  }

  /**
   * For what changes the form, or asks for a change.
   *
   * @throws ProblemException 409 once it is withdrawn, or while a later notification of the course
   *     counts (追加登録, [S7])
   */
  public Confirmation requireCurrent() {
    requireNotWithdrawn();
    if (superseded) {
      throw ProblemException.conflict(
          "NOTIFICATION_SUPERSEDED",
          "追加登録された発生届があるため、この発生届は変更できません。",
          "A later notification of the same course of care counts: this one is read-only.");
    }
    return this;
  }

  private Confirmation require(boolean right) {
    if (!right) {
      throw ProblemException.forbidden();
    }
    return this;
  }
}
