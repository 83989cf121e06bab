package org.openhersys.api.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections to one database that are used again: a matrix of roles makes thousands of fixtures,
 * and a new connection costs more than most of them. Each begins as a new one would.
 */
final class KeptConnections implements ConnectionFactory {
  private final String url;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  KeptConnections(String url) {
    this.url = url;
  }

  @Override
  public Connection openConnection() throws SQLException {
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      if (isAsNew(kept)) {
        return kept;
      }
      kept.close();
    }
    return DriverManager.getConnection(url);
  }

  @Override
  public void closeConnection(Connection connection) {
    idle.push(connection);
  }

  // Nothing of the use before is left, and it has not been ended meanwhile.
  private static boolean isAsNew(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      statement.execute("discard all");
      return true;
    } catch (SQLException broken) {
      return false;
    }
  }
}
