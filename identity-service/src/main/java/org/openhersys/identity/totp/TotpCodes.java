package org.openhersys.identity.totp;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes (RFC 6238): six digits, steps of 30 seconds, SHA-1 for the apps in use; this step
 * and the one before.
 */
final class TotpCodes {
  static final Duration STEP = Duration.ofSeconds(30);
  static final int DIGITS = 6;

  private TotpCodes() {}

  /** The number of the step in which an instant lies. */
  static long step(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), STEP.toSeconds());
  }

  /** The code of a step. */
  static String code(byte[] secret, long step) {
    try {
      int code =
          new TimeBasedOneTimePasswordGenerator(STEP, DIGITS)
              .generateOneTimePassword(
                  new SecretKeySpec(secret, "HmacSHA1"),
                  Instant.ofEpochSecond(step * STEP.toSeconds()));
      return String.format(Locale.ROOT, "%06d", code);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The step that a code belongs to: this one or the one before; empty when it is neither's. */
  static OptionalLong stepOf(byte[] secret, String code, Instant now) {
    long present = step(now);
    for (long step = present; step >= present - 1; step--) {
      if (same(code(secret, step), code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  private static boolean same(String right, String given) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
