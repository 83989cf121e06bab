package org.openhersys.tracking.handover;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;

/**
 * The database's functions that turn a handover: responsibility, custody, state, histories, feed
 * and mail change together, or nothing does. {@code version} is the one the caller saw; with one
 * that never was, a turn is judged and not taken.
 */
@Singleton
class HandoverTurns {
  private final HandoverTerms terms;

  @Inject
  HandoverTurns(HandoverTerms terms) {
    this.terms = terms;
  }

  TurnOutcome request(Handle handle, Caller caller, UUID id, HandoverRequest.Judged request) {
    return handle
        .createQuery(
            "select tracking.request_handover(:id, :case, :to, :reason, :operator, :expires, :reminds)")
        .bind("id", id)
        .bind("case", request.caseId())
        .bind("to", request.toOrganisationId())
        .bind("reason", request.reason())
        .bind("operator", caller.operator())
        .bind("expires", at(terms.expiresAt()))
        .bind("reminds", at(terms.firstReminderAt()))
        .mapTo(TurnOutcome.class)
        .one();
  }

  TurnOutcome accept(Handle handle, Caller caller, UUID id, int version) {
    return handle
        .createQuery("select tracking.accept_handover(:id, :version, :operator, :until)")
        .bind("id", id)
        .bind("version", version)
        .bind("operator", caller.operator())
        .bind("until", at(terms.giverReadsUntil()))
        .mapTo(TurnOutcome.class)
        .one();
  }

  TurnOutcome decline(Handle handle, Caller caller, UUID id, int version, String reason) {
    return handle
        .createQuery("select tracking.decline_handover(:id, :version, :operator, :reason)")
        .bind("id", id)
        .bind("version", version)
        .bind("operator", caller.operator())
        .bind("reason", reason)
        .mapTo(TurnOutcome.class)
        .one();
  }

  TurnOutcome cancel(Handle handle, Caller caller, UUID id, int version, @Nullable String reason) {
    return handle
        .createQuery("select tracking.cancel_handover(:id, :version, :operator, :reason)")
        .bind("id", id)
        .bind("version", version)
        .bind("operator", caller.operator())
        .bind("reason", reason)
        .mapTo(TurnOutcome.class)
        .one();
  }

  TurnOutcome giveBack(Handle handle, Caller caller, UUID id, int version, String reason) {
    return handle
        .createQuery(
            """
            select tracking.return_handover(:id, :version, :operator, :reason, cast(:within as interval), :until)
            """)
        .bind("id", id)
        .bind("version", version)
        .bind("operator", caller.operator())
        .bind("reason", reason)
        .bind("within", terms.returnsWithin().toString())
        .bind("until", at(terms.giverReadsUntil()))
        .mapTo(TurnOutcome.class)
        .one();
  }

  TurnOutcome assign(
      Handle handle, Caller caller, UUID id, int version, HandoverAssignment.Judged assignment) {
    return handle
        .createQuery(
            "select tracking.assign_handover(:id, :version, :operator, :to, :reason, :until)")
        .bind("id", id)
        .bind("version", version)
        .bind("operator", caller.operator())
        .bind("to", assignment.toOrganisationId())
        .bind("reason", assignment.reason())
        .bind("until", at(terms.giverReadsUntil()))
        .mapTo(TurnOutcome.class)
        .one();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
