package org.openhersys.identity.client;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.idempotency.Fingerprint;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.idempotency.IdempotencyKeys;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;

/**
 * システム間連携クライアントの登録: by a health centre's manager for the own centre and the institutions of its
 * area, by an institution's manager for the own one, by the national administrator for any.
 */
@Singleton
public class RegisteringClient {
  private static final String OPERATION = "client.register";

  private final AccountedAccess access;
  private final ManagedClientRecords records;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  RegisteringClient(
      AccountedAccess access, ManagedClientRecords records, IdempotencyKeys keys, Clock clock) {
    this.access = access;
    this.records = records;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Registers.
   *
   * @param key null when the client gave none
   * @throws ProblemException 404 for an organisation that the caller does not register clients for;
   *     422 with everything that is wrong
   */
  RegisteredClient register(
      Caller caller, Body<ClientRegistration> body, @Nullable IdempotencyKey key) {
    UUID organisation = body.value().organisationId();
    return access.attempt(
        caller,
        OPERATION,
        organisation == null ? List.of() : List.of(organisation),
        handle -> {
          UUID id = Uuids.next();
          Optional<UUID> standing =
              Optional.ofNullable(key)
                  .flatMap(
                      k ->
                          keys.claim(handle, caller, OPERATION, k, Fingerprint.of(body.raw()), id));
          if (standing.isEmpty()) {
            create(handle, caller, id, body);
          }
          UUID made = standing.orElse(id);
          RegisteredClient client =
              records.find(handle, made).orElseThrow(ProblemException::notFound);
          access.record(handle, caller, OPERATION, List.of(client.organisation().id(), made));
          return client;
        });
  }

  private void create(Handle handle, Caller caller, UUID id, Body<ClientRegistration> body) {
    ClientRegistration asked = body.value();
    List<Finding> findings = new ArrayList<>(asked.findings());
    if (asked.organisationId() != null) {
      Set<String> fitting =
          records
              .fittingScopes(handle, asked.organisationId())
              .orElseThrow(ProblemException::notFound);
      findings.addAll(ClientScopes.findings(asked.scopes(), fitting));
    }
    records.insert(handle, caller, id, body.valid(findings).judged(), clock.instant());
  }
}
