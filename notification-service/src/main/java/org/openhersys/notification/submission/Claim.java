package org.openhersys.notification.submission;

import org.openhersys.api.idempotency.IdempotencyKey;

/**
 * Under which key a single submission is sent.
 *
 * @param operation as the idempotency key is kept for it
 * @param key the client's
 * @param fingerprint SHA-256 of what the key stands for
 */
record Claim(String operation, IdempotencyKey key, byte[] fingerprint) {}
