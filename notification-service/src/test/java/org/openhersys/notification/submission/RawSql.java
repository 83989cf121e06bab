package org.openhersys.notification.submission;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.postgresql.util.PSQLException;

/** SQL as the service's own database role. */
public final class RawSql {
  private RawSql() {}

  public static UUID courseOf(UUID notification) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery("select course_id from notification.notification where id = ?")
                    .bind(0, notification)
                    .mapTo(UUID.class)
                    .one());
  }

  public static Set<UUID> ids(Handle handle, String query) {
    return handle.createQuery(query).mapTo(UUID.class).stream().collect(Collectors.toSet());
  }

  public static <T> T inScope(Login caller, Function<Handle, T> work) {
    return HersysDatabase.as("hersys_notification")
        .inTransaction(
            h -> {
              caller.enter(h);
              return work.apply(h);
            });
  }

  public static String refusal(Login caller, Function<Handle, Object> work) {
    return state(
        h -> {
          caller.enter(h);
          return work.apply(h);
        });
  }

  public static String state(Function<Handle, Object> work) {
    UnableToExecuteStatementException refused =
        assertThrows(
            UnableToExecuteStatementException.class,
            () -> HersysDatabase.as("hersys_notification").inTransaction(work::apply));
    return ((PSQLException) refused.getCause()).getSQLState();
  }
}
