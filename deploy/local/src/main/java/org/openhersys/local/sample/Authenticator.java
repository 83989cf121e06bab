package org.openhersys.local.sample;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * An authenticator app (RFC 6238: six digits, 30 seconds, SHA-1). The server takes the code of the
 * present step and of the one before, each once.
 */
public final class Authenticator {
  private static final long STEP_SECONDS = 30;
  private static final long SAFETY_SECONDS = 5;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();
  private final SecretKeySpec seed;
  private final Clock clock;

  /**
   * @param secret the seed in base32
   */
  public Authenticator(String secret, Clock clock) {
    this.seed = new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm());
    this.clock = clock;
  }

  /**
   * One code.
   *
   * @param step which 30 seconds since 1970 it belongs to
   */
  public record Code(String digits, long step) {}

  /** The oldest code that is still good, which leaves the present one for a login right after. */
  public Code oldest() {
    boolean previousEndsSoon = secondsIntoStep() > STEP_SECONDS - SAFETY_SECONDS;
    return code(previousEndsSoon ? presentStep() : presentStep() - 1);
  }

  /** The first code after the step that was used last, for which one may have to wait. */
  public Code after(long usedStep) {
    long step = Math.max(presentStep(), usedStep + 1);
    waitFor(step);
    return code(step);
  }

  private Code code(long step) {
    try {
      return new Code(
          generator.generateOneTimePasswordString(seed, Instant.ofEpochSecond(step * STEP_SECONDS)),
          step);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private long presentStep() {
    return Math.floorDiv(clock.instant().getEpochSecond(), STEP_SECONDS);
  }

  private long secondsIntoStep() {
    return Math.floorMod(clock.instant().getEpochSecond(), STEP_SECONDS);
  }

  private void waitFor(long step) {
    Duration wait = Duration.between(clock.instant(), Instant.ofEpochSecond(step * STEP_SECONDS));
    if (wait.isNegative() || wait.isZero()) {
      return;
    }
    try {
      Thread.sleep(wait.toMillis() + 50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
