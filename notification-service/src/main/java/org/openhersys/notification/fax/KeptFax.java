package org.openhersys.notification.fax;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * A fax as it is kept.
 *
 * @param state as it is at the moment it was looked at: a claim that has run out is none
 * @param institution who sent it, or null
 * @param duplicateOf the first fax of the centre with the same content, or null
 * @param claimedBy while it is claimed
 * @param notificationId what it became, or null
 * @param supplements the notification that it supplements, where it was closed so
 * @param settledAt when it was entered or closed, or null
 * @param originalForgottenAt when its original was, or null
 * @param before how it was settled before it was put back, the oldest first
 */
record KeptFax(
    UUID id,
    FaxState state,
    LocalDate receivedOn,
    @Nullable Integer pages,
    OriginalType type,
    int bytes,
    @Nullable OrganisationReference institution,
    @Nullable UUID duplicateOf,
    Instant registeredAt,
    Author registeredBy,
    @Nullable Author claimedBy,
    @Nullable Instant claimedUntil,
    @Nullable UUID notificationId,
    @Nullable FaxClosingReason closingReason,
    @Nullable String closingNote,
    @Nullable UUID supplements,
    @Nullable Instant settledAt,
    @Nullable Author settledBy,
    @Nullable Instant originalForgottenAt,
    List<FaxSettlement> before) {

  /** The same with how it was settled before. */
  KeptFax settledBefore(List<FaxSettlement> settlements) {
    return new KeptFax(
        id,
        state,
        receivedOn,
        pages,
        type,
        bytes,
        institution,
        duplicateOf,
        registeredAt,
        registeredBy,
        claimedBy,
        claimedUntil,
        notificationId,
        closingReason,
        closingNote,
        supplements,
        settledAt,
        settledBy,
        originalForgottenAt,
        settlements);
  }

  /**
   * For whoever works on it: it is free, or claimed by the caller.
   *
   * @throws ProblemException 409 when it is settled, or claimed by somebody else
   */
  KeptFax requireFreeFor(Caller caller) {
    return switch (state) {
      case WAITING -> this;
      case CLAIMED -> {
        if (!isClaimedBy(caller)) {
          throw ProblemException.conflict(
              "FAX_CLAIMED", "ほかの職員が作業中です。", "Somebody else is working on this fax.");
        }
        yield this;
      }
      case ENTERED ->
          throw ProblemException.conflict(
              "FAX_ENTERED", "このFAXは入力済みです。", "The fax has been entered.");
      case CLOSED ->
          throw ProblemException.conflict(
              "FAX_CLOSED", "このFAXは終了しています。", "The fax has been closed.");
    };
  }

  boolean isClaimedBy(Caller caller) {
    return new Author(caller.principalId(), caller.operator()).equals(claimedBy);
  }
}
