package org.openhersys.identity.client;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.ProblemException;

/**
 * 公開鍵の更新. Old and new keys may stand together for as long as it takes the client to change over; a
 * key that is taken away is refused from the next assertion on, and sessions stay.
 */
@Singleton
class RotatingKeys {
  private static final String OPERATION = "client.rotate-keys";

  private final AccountedAccess access;
  private final ManagedClientRecords records;
  private final Clock clock;

  @Inject
  RotatingKeys(AccountedAccess access, ManagedClientRecords records, Clock clock) {
    this.access = access;
    this.records = records;
    this.clock = clock;
  }

  /**
   * @throws ProblemException 404 not managed by the caller, 422 with everything that is wrong, 428
   *     without a tag, 412 another tag
   */
  RegisteredClient rotate(Caller caller, UUID id, @Nullable String ifMatch, Body<ClientKeys> body) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          RegisteredClient present =
              records.hold(handle, id).orElseThrow(ProblemException::notFound);
          JsonNode keys = body.valid(body.value().findings()).judged();
          ETags.requireMatch(
              ifMatch, present.tag(), () -> present.stale(keys, records.changedBy(handle, id)));
          records.replaceKeys(handle, id, keys, clock.instant());
          access.record(handle, caller, OPERATION, List.of(id));
          return records.find(handle, id).orElseThrow(ProblemException::notFound);
        });
  }
}
