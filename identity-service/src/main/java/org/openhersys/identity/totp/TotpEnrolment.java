package org.openhersys.identity.totp;

import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;

/**
 * 確認コードの登録: awaits its first code. Nothing of it is shown a second time.
 *
 * @param secret base32, for apps without a camera
 * @param otpauthUri what the QR codes say
 * @param qrCodePng a PNG image in base64
 * @param qrCodeSvg an SVG document
 */
public record TotpEnrolment(
    UUID id,
    String secret,
    String otpauthUri,
    String qrCodePng,
    String qrCodeSvg,
    OffsetDateTime expiresAt) {

  static TotpEnrolment of(UUID id, String loginId, byte[] secret, OffsetDateTime expiresAt) {
    String uri = TotpSecrets.otpauthUri(loginId, secret);
    QrCode code = QrCode.of(uri);
    return new TotpEnrolment(
        id,
        TotpSecrets.base32(secret),
        uri,
        Base64.getEncoder().encodeToString(code.png()),
        code.svg(),
        expiresAt);
  }
}
