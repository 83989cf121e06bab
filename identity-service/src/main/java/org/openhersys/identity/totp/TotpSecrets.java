package org.openhersys.identity.totp;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.openhersys.identity.secret.SealedSecrets;

/** The seeds of one-time codes: 160 random bits each (RFC 4226 § 4), sealed for their account. */
@Singleton
public class TotpSecrets {
  private static final int BYTES = 20;
  private static final String ISSUER = "OpenHERSYS";

  private final SealedSecrets sealed;
  private final SecureRandom random = new SecureRandom();

  @Inject
  TotpSecrets(SealedSecrets sealed) {
    this.sealed = sealed;
  }

  /** A new seed. */
  byte[] next() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return secret;
  }

  byte[] seal(UUID account, byte[] secret) {
    return sealed.seal(account.toString(), secret);
  }

  /** As it is typed into an app (RFC 4648, without padding). */
  static String base32(byte[] secret) {
    return new Base32().encodeToString(secret).replace("=", "");
  }

  /** As an app reads it from a QR code. */
  static String otpauthUri(String loginId, byte[] secret) {
    String label = URLEncoder.encode(loginId, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/%1$s:%2$s?secret=%3$s&issuer=%1$s&algorithm=SHA1&digits=%4$d&period=%5$d"
        .formatted(ISSUER, label, base32(secret), TotpCodes.DIGITS, TotpCodes.STEP.toSeconds());
  }

  /**
   * The step a code belongs to under an account's sealed seed.
   *
   * @param sealedSecret null where the account has none: no code is right
   * @return empty when the code is not right
   */
  public OptionalLong stepOf(
      UUID account, byte @Nullable [] sealedSecret, String code, Instant now) {
    if (sealedSecret == null) {
      return OptionalLong.empty();
    }
    return TotpCodes.stepOf(sealed.open(account.toString(), sealedSecret), code, now);
  }
}
