package org.openhersys.api.accesslog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.database.CallerTransaction;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;

/**
 * Work on people's data under the caller's sight, all of it accounted for ([S23, S25]): what was
 * read or changed is recorded in the work's own transaction, and what was refused or not found in
 * one that outlives the work's.
 */
@Singleton
public class AccountedAccess {
  private static final Set<ProblemType> REFUSALS =
      Set.of(ProblemType.NOT_FOUND, ProblemType.FORBIDDEN, ProblemType.STALE);

  private final CallerTransaction transaction;
  private final AccessLog accessLog;

  @Inject
  AccountedAccess(CallerTransaction transaction, AccessLog accessLog) {
    this.transaction = transaction;
    this.accessLog = accessLog;
  }

  /**
   * Does the work in one transaction. The work records its own success with {@link #record}.
   *
   * @param operation as the access log names it, such as {@code case.read}
   * @param asked the ids the caller named, for the DENIED row of a 403, 404 or 412
   */
  public <T extends @Nullable Object> T attempt(
      Caller caller, String operation, Collection<UUID> asked, Function<Handle, T> work) {
    try {
      return transaction.inScope(caller, work);
    } catch (ProblemException refused) {
      if (REFUSALS.contains(refused.type())) {
        accessLog.denied(caller, operation, asked);
      }
      throw refused;
    }
  }

  /** Records what the work reads or changes. */
  public void record(Handle handle, Caller caller, String operation, Collection<UUID> subjects) {
    accessLog.record(handle, caller, operation, subjects);
  }
}
