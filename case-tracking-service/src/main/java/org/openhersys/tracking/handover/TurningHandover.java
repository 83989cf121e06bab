package org.openhersys.tracking.handover;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.IfMatch;
import org.openhersys.api.problem.ProblemException;

/**
 * What follows a request: 引受, 辞退, 取消, 返還, 指定. Each is refused with 404 for a stranger, 403 for a
 * party whose act it is not, 428 without a tag, 409 in another state, 412 with another tag.
 */
@Singleton
public class TurningHandover {
  // No handover has it: what is asked with it is judged and not done.
  private static final int NO_VERSION = 0;

  private final AccountedAccess access;
  private final HandoverRecords records;
  private final HandoverTurns turns;

  @Inject
  TurningHandover(AccountedAccess access, HandoverRecords records, HandoverTurns turns) {
    this.access = access;
    this.records = records;
    this.turns = turns;
  }

  /** From here on the case is the requested centre's; the giver reads on for a while. */
  Handover accept(Caller caller, UUID id, IfMatch ifMatch) {
    return turn(
        caller,
        "handover.accept",
        id,
        ifMatch,
        (handle, version) -> turns.accept(handle, caller, id, version));
  }

  /** The requested centre does not take the case; the giver stays responsible. */
  Handover decline(Caller caller, UUID id, IfMatch ifMatch, String reason) {
    return turn(
        caller,
        "handover.decline",
        id,
        ifMatch,
        (handle, version) -> turns.decline(handle, caller, id, version, reason));
  }

  /** The requesting centre keeps the case after all. */
  Handover cancel(Caller caller, UUID id, IfMatch ifMatch, @Nullable String reason) {
    return turn(
        caller,
        "handover.cancel",
        id,
        ifMatch,
        (handle, version) -> turns.cancel(handle, caller, id, version, reason));
  }

  /** The taker gives the case back, and the giver is responsible at once. */
  Handover giveBack(Caller caller, UUID id, IfMatch ifMatch, String reason) {
    return turn(
        caller,
        "handover.return",
        id,
        ifMatch,
        (handle, version) -> turns.giveBack(handle, caller, id, version, reason));
  }

  /** The local government decides who takes the case. */
  Handover assign(Caller caller, UUID id, IfMatch ifMatch, HandoverAssignment.Judged assignment) {
    return turn(
        caller,
        "handover.assign",
        id,
        ifMatch,
        (handle, version) -> turns.assign(handle, caller, id, version, assignment));
  }

  private Handover turn(Caller caller, String operation, UUID id, IfMatch ifMatch, Turn turn) {
    return access.attempt(
        caller,
        operation,
        List.of(id),
        handle -> {
          Handover seen = present(handle, id);
          int version = ifMatch.names(seen.tag()) ? seen.version() : NO_VERSION;
          TurnOutcome outcome = turn.with(handle, version);
          if (outcome != TurnOutcome.DONE) {
            throw Refusals.of(outcome, records.find(handle, id).orElse(seen), ifMatch);
          }
          access.record(handle, caller, operation, List.of(id, seen.caseId()));
          return present(handle, id);
        });
  }

  private Handover present(Handle handle, UUID id) {
    return records.find(handle, id).orElseThrow(ProblemException::notFound);
  }

  /** A turn that is judged with the version the caller saw. */
  private interface Turn {
    TurnOutcome with(Handle handle, int version);
  }
}
