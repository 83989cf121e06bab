package org.openhersys.identity.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/**
 * Argon2id (RFC 9106), 19 MiB and two passes. No more run at once than there are cores: a storm of
 * logins waits here instead of starving entry.
 */
@Singleton
public class Passwords {
  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;

  /** More waiting than this for each core cannot be served in time. */
  private static final int MOST_WAITING = 16;

  private final int processors = Runtime.getRuntime().availableProcessors();
  private final Semaphore cores = new Semaphore(processors, true);
  private final Duration longestWait;
  private final String hashOfNobody;

  /**
   * @param longestWait how long a login waits for a core
   */
  @Inject
  public Passwords(@ConfigProperty(name = "hersys.password.longest-wait") Duration longestWait) {
    this.longestWait = longestWait;
    this.hashOfNobody = hash("no account has this hash");
  }

  /** A hash with its parameters and a new salt. */
  public final String hash(String password) {
    return bounded(
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult());
  }

  /**
   * Whether the password is the one.
   *
   * @param hash null where there is no account: that takes as long and is false
   * @throws ProblemException 503 when no core is free in time: those who wait hold threads that the
   *     other endpoints need
   */
  public boolean matches(String password, @Nullable String hash) {
    String against = hash == null ? hashOfNobody : hash;
    boolean same =
        bounded(
            () ->
                Password.check(password, against)
                    .with(Argon2Function.getInstanceFromHash(against)));
    return same && hash != null;
  }

  private <T> T bounded(java.util.function.Supplier<T> work) {
    try {
      if (cores.getQueueLength() >= MOST_WAITING * processors
          || !cores.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw ProblemException.unavailable();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw ProblemException.unavailable();
    }
    try {
      return work.get();
    } finally {
      cores.release();
    }
  }
}
