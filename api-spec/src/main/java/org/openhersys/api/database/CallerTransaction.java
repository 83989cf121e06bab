package org.openhersys.api.database;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;

/**
 * A transaction on behalf of a caller. Its first statement is {@code identity.enter}: a revoked
 * session or a disabled account ends it with 401, and every row-level policy reads the context it
 * sets.
 */
@Singleton
public class CallerTransaction {
  /** The first statement, for hot paths that send it together with the next one. */
  public static final String ENTER = "select identity.enter(?, ?, ?)";

  private final Jdbi jdbi;

  @Inject
  CallerTransaction(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Does the work under the caller's sight; what it throws rolls everything back. */
  public <T extends @Nullable Object> T inScope(Caller caller, Function<Handle, T> work) {
    return jdbi.inTransaction(
        handle -> {
          handle
              .createQuery(ENTER)
              .bind(0, caller.sessionId())
              .bind(1, caller.organisationId())
              .bind(2, caller.roleName())
              .map((row, context) -> Boolean.TRUE)
              .one();
          return work.apply(handle);
        });
  }
}
