package org.openhersys.identity.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/**
 * Argon2id (RFC 9106), 19 MiB and two passes. No more run at once than there are cores: a storm of
 * logins waits here instead of starving entry.
 */
@Singleton
public class Passwords {
  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;

  private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final String hashOfNobody = hash("no account has this hash");

  /** A hash with its parameters and a new salt. */
  public String hash(String password) {
    return bounded(
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult());
  }

  /**
   * Whether the password is the one.
   *
   * @param hash null where there is no account: that takes as long and is false
   */
  public boolean matches(String password, String hash) {
    String against = hash == null ? hashOfNobody : hash;
    boolean same =
        bounded(
            () ->
                Password.check(password, against)
                    .with(Argon2Function.getInstanceFromHash(against)));
    return same && hash != null;
  }

  private <T> T bounded(java.util.function.Supplier<T> work) {
    cores.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      cores.release();
    }
  }
}
