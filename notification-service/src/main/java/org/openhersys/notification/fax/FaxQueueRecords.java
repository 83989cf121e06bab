package org.openhersys.notification.fax;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;

/** The heap of faxes that a centre works off, by many hands at once. */
@Singleton
class FaxQueueRecords {

  /**
   * Claims the oldest free one. Whoever asks at the same time gets another: a row that somebody
   * holds is passed over, and not waited for.
   */
  Optional<UUID> claimOldest(Handle handle, Caller caller, Instant now, Instant until) {
    return handle
        .createQuery(
            """
            update notification.fax
            set claimed_by = :principal, claimed_operator = :operator, claimed_until = :until
            where id = (
              select f.id from notification.fax f
              where f.organisation_id = :organisation and %s
              order by f.received_on, f.registered_at, f.id
              limit 1 for update skip locked)
            returning id
            """
                .formatted(FaxState.WAITING.condition()))
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .bind("organisation", caller.organisationId())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("until", until.atOffset(ZoneOffset.UTC))
        .mapTo(UUID.class)
        .findOne();
  }

  /** Claims this one, which is held. */
  void claim(Handle handle, Caller caller, UUID id, Instant until) {
    handle
        .createUpdate(
            """
            update notification.fax
            set claimed_by = :principal, claimed_operator = :operator, claimed_until = :until
            where id = :id
            """)
        .bind("id", id)
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .bind("until", until.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Gives it back, which is held. */
  void release(Handle handle, UUID id) {
    handle
        .createUpdate(
            """
            update notification.fax set claimed_by = null, claimed_operator = null, claimed_until = null
            where id = :id
            """)
        .bind("id", id)
        .execute();
  }

  /** Waits for whoever holds it. Nothing is held that is settled, or not the centre's. */
  void lock(Handle handle, UUID id) {
    handle
        .createQuery("select true from notification.fax where id = :id for update")
        .bind("id", id)
        .mapTo(Boolean.class)
        .findOne();
  }

  /** How high the heap is: counts what is not settled, and nothing else. */
  FaxQueue queue(Handle handle, UUID organisation, Instant now) {
    return handle
        .createQuery(
            """
            select count(*) filter (where f.claimed_until is null or f.claimed_until <= :now) as waiting,
                   count(*) filter (where f.claimed_until > :now) as claimed, min(f.received_on) as oldest
            from notification.fax f
            where f.organisation_id = :organisation and f.state = 'WAITING'
            """)
        .bind("organisation", organisation)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .map(
            (row, context) ->
                new FaxQueue(
                    row.getInt("waiting"),
                    row.getInt("claimed"),
                    row.getObject("oldest", LocalDate.class)))
        .one();
  }
}
