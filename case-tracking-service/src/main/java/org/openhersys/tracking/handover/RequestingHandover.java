package org.openhersys.tracking.handover;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.idempotency.Fingerprint;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.idempotency.IdempotencyKeys;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.casefile.Responsibility;

/**
 * 引継ぎの依頼: the responsible centre asks another one, and stays responsible until that accepts ([S4]).
 */
@Singleton
public class RequestingHandover {
  private static final String OPERATION = "handover.request";

  private final AccountedAccess access;
  private final Responsibility responsibility;
  private final HandoverRecords records;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  RequestingHandover(
      AccountedAccess access,
      Responsibility responsibility,
      HandoverRecords records,
      IdempotencyKeys keys,
      Clock clock) {
    this.access = access;
    this.responsibility = responsibility;
    this.records = records;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * @param key null when the client gave none
   * @param raw the body as it came, which the key stands for
   * @throws ProblemException 404 unseen case, 403 only read, 409 asked already, 422 nobody to ask
   */
  Handover request(Caller caller, HandoverRequest request, IdempotencyKey key, byte[] raw) {
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
            create(handle, caller, id, request);
          }
          UUID made = standing.orElse(id);
          access.record(handle, caller, OPERATION, List.of(request.caseId(), made));
          return records.find(handle, made).orElseThrow(ProblemException::notFound);
        });
  }

  private void create(Handle handle, Caller caller, UUID id, HandoverRequest request) {
    Instant now = clock.instant();
    responsibility.hold(handle, caller, request.caseId());
    requireSomebodyToAsk(handle, caller, request.toOrganisationId());
    if (!records.add(handle, caller, id, request, now)) {
      throw ProblemException.conflict(
          "HANDOVER_OPEN", "この症例にはすでに引継依頼があります", "A handover of this case is requested already");
    }
    records.touchCase(handle, request.caseId(), now);
    responsibility.announce(handle, request.caseId());
  }

  private void requireSomebodyToAsk(Handle handle, Caller caller, UUID organisation) {
    if (organisation.equals(caller.organisationId())) {
      throw ProblemException.invalidContent(
          "/toOrganisationId",
          "OWN_CENTRE",
          "自らの保健所へは引き継げません",
          "A case is not handed over to the own centre");
    }
    if (!records.isActiveHealthCentre(handle, organisation)) {
      throw ProblemException.invalidContent(
          "/toOrganisationId",
          "NOT_A_HEALTH_CENTRE",
          "引継先は利用中の保健所でなければなりません",
          "Only an active health centre can be asked");
    }
  }
}
