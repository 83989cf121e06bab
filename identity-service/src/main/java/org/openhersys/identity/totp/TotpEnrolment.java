package org.openhersys.identity.totp;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * 確認コードの登録: awaits its first code.
 *
 * @param secret base32, shown this once
 * @param otpauthUri to be shown as a QR code
 */
public record TotpEnrolment(UUID id, String secret, String otpauthUri, OffsetDateTime expiresAt) {}
