package org.openhersys.identity.access;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;

/** SQL as a role of the system, past the code of the services. */
final class RawSql {
  static final String INSUFFICIENT_PRIVILEGE = "42501";

  /** Of identity: tables with people's data. */
  static final List<String> PERSONAL =
      List.of(
          "identity.account",
          "identity.totp",
          "identity.totp_enrolment",
          "identity.recovery_code",
          "identity.session",
          "identity.client",
          "identity.organisation_setting",
          "identity.account_quota");

  private RawSql() {}

  /** The statement with which a caller's transaction begins. */
  static String enter(Directory.Login login) {
    return "select identity.enter('%s', '%s', '%s');"
        .formatted(login.session(), login.organisation(), login.role().name());
  }

  /** In one transaction of identity-service. */
  static <T> T asIdentity(Function<Handle, T> work) {
    return HersysDatabase.as("hersys_identity").inTransaction(work::apply);
  }

  static List<UUID> ids(Handle handle, String query) {
    return handle.createQuery(query).mapTo(UUID.class).list();
  }

  static int count(Handle handle, String table) {
    return handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one();
  }

  /** The SQLSTATE with which statements are refused. */
  static String stateOf(String role, String statement) {
    UnableToExecuteStatementException refused =
        assertThrows(
            UnableToExecuteStatementException.class,
            () -> HersysDatabase.as(role).useTransaction(handle -> handle.execute(statement)),
            statement);
    assertTrue(refused.getCause() instanceof SQLException, statement);
    return ((SQLException) refused.getCause()).getSQLState();
  }
}
