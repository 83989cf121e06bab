package org.openhersys.tracking.handover;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.idempotency.Fingerprint;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.idempotency.IdempotencyKeys;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.problem.ProblemException;

/**
 * 引継ぎの依頼: the responsible centre asks another one, and stays responsible until that accepts ([S4]).
 */
@Singleton
public class RequestingHandover {
  private static final String OPERATION = "handover.request";

  private final AccountedAccess access;
  private final HandoverRecords records;
  private final HandoverTurns turns;
  private final IdempotencyKeys keys;

  @Inject
  RequestingHandover(
      AccountedAccess access, HandoverRecords records, HandoverTurns turns, IdempotencyKeys keys) {
    this.access = access;
    this.records = records;
    this.turns = turns;
    this.keys = keys;
  }

  /**
   * @param key null when the client gave none
   * @param raw the body as it came, which the key stands for
   * @throws ProblemException 404 unseen case, 403 only read, 409 asked already, 422 nobody to ask
   */
  Handover request(
      Caller caller, HandoverRequest.Judged request, @Nullable IdempotencyKey key, byte[] raw) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(request.caseId()),
        handle -> {
          UUID id = Uuids.next();
          Optional<UUID> standing =
              Optional.ofNullable(key)
                  .flatMap(k -> keys.claim(handle, caller, OPERATION, k, Fingerprint.of(raw), id));
          if (standing.isEmpty()) {
            ask(handle, caller, id, request);
          }
          UUID made = standing.orElse(id);
          access.record(handle, caller, OPERATION, List.of(request.caseId(), made));
          return records.find(handle, made).orElseThrow(ProblemException::notFound);
        });
  }

  private void ask(Handle handle, Caller caller, UUID id, HandoverRequest.Judged request) {
    TurnOutcome outcome = turns.request(handle, caller, id, request);
    if (outcome != TurnOutcome.DONE) {
      throw Refusals.of(outcome);
    }
  }
}
