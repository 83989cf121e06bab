package org.openhersys.api.problem;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means to the caller. */
public final class DatabaseFailures {
  private static final Set<String> BUSY =
      Set.of("25P03", "25P04", "40001", "40P01", "53300", "55P03", "57014");

  private DatabaseFailures() {}

  /** The problem that a failure is answered with; 500 when its reason is not known. */
  public static ProblemException asProblem(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
      if (cause instanceof SQLException sql) {
        return ofState(sql.getSQLState());
      }
    }
    return new ProblemException(ProblemType.INTERNAL, java.util.List.of());
  }

  /** The SQLSTATE of the failure, or an empty text. */
  public static String state(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  private static ProblemException ofState(@Nullable String state) {
    // No state: the pool gave no connection in time.
    if (state == null
        || state.startsWith("08")
        || state.startsWith("57P")
        || BUSY.contains(state)) {
      return ProblemException.unavailable();
    }
    return switch (state) {
      // identity.enter: the session is unknown, revoked or over. The class alone would also hold a
      // service's own failed login.
      case "28000" -> ProblemException.unauthenticated();
      case "28P01" -> ProblemException.unavailable();
      default -> new ProblemException(ProblemType.INTERNAL, java.util.List.of());
    };
  }
}
