package org.openhersys.tracking.custody;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** 症例の一部の参照: whatever hangs on a case, by everybody who sees the case. */
@Singleton
public class LookingAtCase {
  private final AccountedAccess access;
  private final CaseAccess cases;

  @Inject
  LookingAtCase(AccountedAccess access, CaseAccess cases) {
    this.access = access;
    this.cases = cases;
  }

  /**
   * Reads under the caller's sight, and records it.
   *
   * @param operation as the access log names it
   * @throws ProblemException 404 when the caller's centre does not see the case
   */
  public <T> T look(Caller caller, String operation, UUID caseId, Function<Handle, T> reading) {
    return look(caller, operation, caseId, reading, read -> List.of());
  }

  /**
   * The same, where what is read shows more than the case.
   *
   * @param further ids of what it shows, for the access log
   */
  public <T> T look(
      Caller caller,
      String operation,
      UUID caseId,
      Function<Handle, T> reading,
      Function<T, Collection<UUID>> further) {
    return access.attempt(
        caller,
        operation,
        List.of(caseId),
        handle -> {
          T read = reading.apply(handle);
          // Afterwards: who loses sight meanwhile is not told that there is nothing.
          cases.requireSight(handle, caseId);
          List<UUID> subjects = new ArrayList<>(List.of(caseId));
          subjects.addAll(further.apply(read));
          access.record(handle, caller, operation, subjects);
          return read;
        });
  }
}
