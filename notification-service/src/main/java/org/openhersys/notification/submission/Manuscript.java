package org.openhersys.notification.submission;

import java.util.UUID;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.json.Body;
import org.openhersys.notification.form.NotificationForm;

/**
 * 届出原稿: what is reported from something that is kept here, and not as the request brings it.
 *
 * @param notificationId of the notification that it becomes
 * @param form what it says, with what could not be read of it
 * @param operation as the idempotency key is kept for it
 * @param fingerprint SHA-256 of what the key stands for
 */
public record Manuscript(
    UUID notificationId,
    Body<NotificationForm> form,
    Provenance provenance,
    String operation,
    IdempotencyKey key,
    byte[] fingerprint) {}
