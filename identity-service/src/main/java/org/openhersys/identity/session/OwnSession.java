package org.openhersys.identity.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.database.CallerTransaction;
import org.openhersys.api.problem.ProblemException;

/** Looking at one's own session, and ending it. */
@Singleton
public class OwnSession {
  private final CallerTransaction transaction;
  private final SessionRecords sessions;
  private final AccessLog accessLog;

  @Inject
  OwnSession(CallerTransaction transaction, SessionRecords sessions, AccessLog accessLog) {
    this.transaction = transaction;
    this.sessions = sessions;
    this.accessLog = accessLog;
  }

  /**
   * The session of a person.
   *
   * @throws ProblemException 403 for a machine: its token stands for no login
   */
  public Session read(Caller caller) {
    if (caller.kind() != Caller.Kind.HUMAN) {
      throw ProblemException.forbidden();
    }
    return transaction.inScope(caller, handle -> sessions.read(handle, caller.openSession()));
  }

  /** Revokes the session; its token is refused everywhere at the next request. */
  public void end(Caller caller) {
    transaction.inScope(
        caller,
        handle -> {
          sessions.revoke(handle, caller.openSession());
          accessLog.record(handle, caller, "session.end", List.of(caller.principalId()));
          return null;
        });
  }
}
