package org.openhersys.tracking.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Events that could not be applied yet. */
@Singleton
class SetAsideRecords {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Clock clock;

  @Inject
  SetAsideRecords(Clock clock) {
    this.clock = clock;
  }

  /** Sets it aside; one that is set aside already stays as it is. */
  void add(Handle handle, Event event, Fault fault) {
    Instant now = clock.instant();
    handle
        .createUpdate(
            """
            insert into tracking.set_aside_event (sequence, notification_id, failure, set_aside_at, next_attempt_at)
            values (:sequence, :notification, :failure, :now, :next)
            on conflict (sequence) do nothing
            """)
        .bind("sequence", event.position().sequence())
        .bind("notification", event.notificationId())
        .bind("failure", fault.name())
        .bind("now", at(now))
        .bind("next", at(now.plus(FIRST_PAUSE)))
        .execute();
  }

  /** Whether one is due. Takes no lock and no transaction id, so it may be asked often. */
  boolean anythingDue(Handle handle) {
    return handle
        .createQuery(
            "select exists (select from tracking.set_aside_event where next_attempt_at <= :now)")
        .bind("now", at(clock.instant()))
        .mapTo(Boolean.class)
        .one();
  }

  /** One that is due, taken for this transaction. */
  Optional<Waiting> takeDue(Handle handle) {
    return handle
        .createQuery(
            """
            select sequence, notification_id, attempts from tracking.set_aside_event
            where next_attempt_at <= :now order by next_attempt_at limit 1 for update skip locked
            """)
        .bind("now", at(clock.instant()))
        .map(
            (row, context) ->
                new Waiting(row.getLong(1), row.getObject(2, UUID.class), row.getInt(3)))
        .findOne();
  }

  void remove(Handle handle, Waiting waiting) {
    handle
        .createUpdate("delete from tracking.set_aside_event where sequence = :sequence")
        .bind("sequence", waiting.sequence())
        .execute();
  }

  /** The next attempt comes after twice the pause of the one before. */
  void postpone(Handle handle, Waiting waiting, Fault fault) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(waiting.attempts(), 20));
    Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    handle
        .createUpdate(
            """
            update tracking.set_aside_event set attempts = attempts + 1, failure = :failure, next_attempt_at = :next
            where sequence = :sequence
            """)
        .bind("failure", fault.name())
        .bind("next", at(clock.instant().plus(bounded)))
        .bind("sequence", waiting.sequence())
        .execute();
  }

  int count(Handle handle) {
    return handle
        .createQuery("select count(*) from tracking.set_aside_event")
        .mapTo(Integer.class)
        .one();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** An event that waits for another attempt. */
  record Waiting(long sequence, UUID notificationId, int attempts) {}
}
