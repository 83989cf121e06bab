package org.openhersys.notification.duplicate;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.problem.ProblemException;

/**
 * 照会の頻度: how often somebody asks whether a person was notified, without notifying. A bucket for
 * each account or machine client, in the database, so that it is the same at every instance. What
 * is rolled back was not asked.
 */
@Singleton
public class AskingRate {
  private final Duration each;
  private final Duration most;
  private final Clock clock;

  AskingRate(AskingSettings settings, Clock clock) {
    this.each = Duration.ofMinutes(1).dividedBy(settings.perMinute());
    this.most = each.multipliedBy(settings.atOnce());
    this.clock = clock;
  }

  /**
   * Counts one.
   *
   * @throws ProblemException 429 when there were too many, with the time until the next
   */
  public void require(Handle handle) {
    Instant now = clock.instant();
    if (!count(handle, now)) {
      Duration wait = Duration.between(now, filledUntil(handle).plus(each).minus(most));
      throw ProblemException.tooManyRequests(wait.toSeconds() + 1);
    }
  }

  /** Counts one, if there is room for one. */
  public boolean allows(Handle handle) {
    return count(handle, clock.instant());
  }

  private boolean count(Handle handle, Instant now) {
    return handle
            .createUpdate(
                """
                insert into notification.likeness_asked as asked (principal_id, filled_until)
                values (identity.current_principal(), :filled)
                on conflict (principal_id) do update
                  set filled_until = greatest(asked.filled_until, :now) + make_interval(secs => :each)
                  where greatest(asked.filled_until, :now) + make_interval(secs => :each) <= :most
                """)
            .bind("now", utc(now))
            .bind("filled", utc(now.plus(each)))
            .bind("each", each.toMillis() / 1000.0)
            .bind("most", utc(now.plus(most)))
            .execute()
        > 0;
  }

  private static Instant filledUntil(Handle handle) {
    return handle
        .createQuery(
            "select filled_until from notification.likeness_asked where principal_id = identity.current_principal()")
        .mapTo(OffsetDateTime.class)
        .one()
        .toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
