package org.openhersys.notification.fax;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * FAX, as it is shown.
 *
 * @param institution who sent it, where that is known
 * @param duplicateOf the first fax of the centre with the same content
 * @param notificationId what it became
 * @param supplements the notification that it supplements, where it was closed so
 * @param originalForgottenAt when its original was; null while it can be read
 * @param before how it was settled before it was put back, the oldest first
 */
public record Fax(
    UUID id,
    FaxState state,
    LocalDate receivedOn,
    @Nullable Integer pages,
    String mediaType,
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

  static Fax of(KeptFax kept) {
    return new Fax(
        kept.id(),
        kept.state(),
        kept.receivedOn(),
        kept.pages(),
        kept.type().mediaType(),
        kept.bytes(),
        kept.institution(),
        kept.duplicateOf(),
        kept.registeredAt(),
        kept.registeredBy(),
        kept.claimedBy(),
        kept.claimedUntil(),
        kept.notificationId(),
        kept.closingReason(),
        kept.closingNote(),
        kept.supplements(),
        kept.settledAt(),
        kept.settledBy(),
        kept.originalForgottenAt(),
        kept.before());
  }
}
