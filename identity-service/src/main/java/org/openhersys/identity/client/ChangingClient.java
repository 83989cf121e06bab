package org.openhersys.identity.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.json.Body;
import org.openhersys.api.json.BodyReader;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.session.SessionRecords;

/** システム間連携クライアントの変更: its name, and whether it gets tokens. */
@Singleton
class ChangingClient {
  private static final String OPERATION = "client.change";

  private final AccountedAccess access;
  private final ManagedClientRecords records;
  private final ClientRecords door;
  private final SessionRecords sessions;
  private final BodyReader reader;
  private final ObjectMapper mapper;
  private final Clock clock;

  @Inject
  ChangingClient(
      AccountedAccess access,
      ManagedClientRecords records,
      ClientRecords door,
      SessionRecords sessions,
      BodyReader reader,
      ObjectMapper mapper,
      Clock clock) {
    this.access = access;
    this.records = records;
    this.door = door;
    this.sessions = sessions;
    this.reader = reader;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * Applies a merge patch (RFC 7396).
   *
   * @throws ProblemException 404 not managed by the caller, 400 for what is no such patch, 422 for
   *     what it would make of the client, 428 without a tag, 412 another tag
   */
  RegisteredClient change(
      Caller caller, UUID id, @Nullable String ifMatch, Body<ObjectNode> patch) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          RegisteredClient present =
              records.hold(handle, id).orElseThrow(ProblemException::notFound);
          ClientChange.Judged change = merged(present, patch);
          ETags.requireMatch(
              ifMatch, present.tag(), () -> present.stale(change, records.changedBy(handle, id)));
          records.change(handle, id, change, clock.instant());
          if (!change.active()) {
            revokeSessions(handle, id);
          }
          access.record(handle, caller, operation(present, change), List.of(id));
          return records.find(handle, id).orElseThrow(ProblemException::notFound);
        });
  }

  private ClientChange.Judged merged(RegisteredClient present, Body<ObjectNode> patch) {
    Body<ClientChange> merged =
        reader.merged(patch, mapper.valueToTree(present.changeable()), ClientChange.class);
    return merged.valid(merged.value().findings()).judged();
  }

  private void revokeSessions(Handle handle, UUID client) {
    door.knockAtDoor(handle, client);
    sessions.revokeAllOfClient(handle, client);
  }

  private static String operation(RegisteredClient present, ClientChange.Judged change) {
    if (present.active() == change.active()) {
      return OPERATION;
    }
    return change.active() ? "client.activate" : "client.deactivate";
  }
}
