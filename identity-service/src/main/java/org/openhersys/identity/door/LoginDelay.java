package org.openhersys.identity.door;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.secret.SealedSecrets;

/**
 * The wait after wrong attempts: none for the first five, then it doubles up to five minutes, and
 * it is the same through every door and for login ids that do not exist. An attempt is counted
 * before it is judged, so that many at once gain nothing.
 */
@Singleton
public class LoginDelay {
  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final Jdbi jdbi;
  private final SealedSecrets secrets;
  private final Clock clock;

  @Inject
  LoginDelay(Jdbi jdbi, SealedSecrets secrets, Clock clock) {
    this.jdbi = jdbi;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** How long a login id waits after so many attempts without a right one. */
  static Duration after(int failures) {
    if (failures <= FREE) {
      return Duration.ZERO;
    }
    long seconds = 1L << Math.min(failures - FREE, 20);
    return seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds(seconds);
  }

  /**
   * Counts an attempt as wrong until it is shown right.
   *
   * @throws ProblemException 429 while the login id waits
   */
  public void attempt(String loginId) {
    Instant now = clock.instant();
    byte[] key = key(loginId);
    jdbi.useTransaction(
        handle -> {
          Standing standing =
              handle
                  .createQuery(
                      """
                      insert into identity.login_delay as d (login_key, failures, delayed_until, attempted_at)
                      values (:key, 0, :now, :now)
                      on conflict (login_key) do update set login_key = excluded.login_key
                      returning failures, delayed_until
                      """)
                  .bind("key", key)
                  .bind("now", utc(now))
                  .map(
                      (row, context) ->
                          new Standing(
                              row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                  .one();
          if (standing.until().isAfter(now)) {
            throw ProblemException.tooManyRequests(
                Duration.between(now, standing.until()).toSeconds() + 1);
          }
          int failures = standing.failures() + 1;
          handle
              .createUpdate(
                  "update identity.login_delay set failures = :failures, delayed_until = :until, attempted_at = :now where login_key = :key")
              .bind("failures", failures)
              .bind("until", utc(now.plus(after(failures))))
              .bind("now", utc(now))
              .bind("key", key)
              .execute();
        });
  }

  /** The attempt was right: the count begins anew, together with what the attempt was for. */
  public void wasRight(Handle handle, String loginId) {
    handle
        .createUpdate("delete from identity.login_delay where login_key = :key")
        .bind("key", key(loginId))
        .execute();
  }

  /**
   * Judges a counted attempt.
   *
   * @throws ProblemException 401 when it is wrong; 503 when it could not be judged now, which does
   *     not count
   */
  public void judge(String loginId, BooleanSupplier right) {
    if (!judged(loginId, right::getAsBoolean)) {
      throw Credentials.refused();
    }
  }

  /**
   * Does the hashing of a counted attempt.
   *
   * @throws ProblemException 503 when it could not be done now, which does not count
   */
  public <T> T judged(String loginId, Supplier<T> hashing) {
    try {
      return hashing.get();
    } catch (ProblemException notJudged) {
      takeBack(loginId);
      throw notJudged;
    }
  }

  /** An attempt that was not judged, or was right but for something else, does not count. */
  public void takeBack(String loginId) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update identity.login_delay set failures = failures - 1, delayed_until = attempted_at
                    where login_key = :key and failures > 0
                    """)
                .bind("key", key(loginId))
                .execute());
  }

  /** Forgets attempts older than a day. */
  public void forget() {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from identity.login_delay where attempted_at < :before")
                .bind("before", utc(clock.instant().minus(FORGOTTEN)))
                .execute());
  }

  // People type passwords into the wrong field: what was typed is never kept.
  private byte[] key(String loginId) {
    return secrets.digest("login-delay", loginId);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private record Standing(int failures, Instant until) {}
}
