package org.openhersys.notification.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * 通知メール: what an organisation is told by e-mail, and how far it has come. Holds no personal data.
 *
 * @param subjectId the notification, handover or case it tells of
 * @param smartphoneEntryId null where the recipient may not know it yet
 * @param failure an SMTP reply code or the name of a fault, of the last attempt; null without one
 * @param nextAttemptAt only while it waits
 * @param sentAt when the mail server accepted it; null before
 */
public record Mail(
    UUID id,
    MailKind kind,
    OrganisationReference recipient,
    UUID subjectId,
    @Nullable String smartphoneEntryId,
    MailState state,
    int attempts,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant sentAt) {}
