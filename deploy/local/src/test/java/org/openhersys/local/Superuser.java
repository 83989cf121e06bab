package org.openhersys.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.openhersys.local.database.DatabasePreparation;

/**
 * A look behind the services, and a hand that breaks things there: SQL as PostgreSQL's superuser.
 */
public final class Superuser {
  private final Ports ports;
  private final String password;
  private Connection kept;

  Superuser(Ports ports, String password) {
    this.ports = ports;
    this.password = password;
  }

  void execute(String... statements) {
    try (Statement statement = connection().createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of what a query finds, as text. */
  public List<String> column(String query, Object... arguments) {
    try (PreparedStatement statement = connection().prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one value that a query finds. */
  public String value(String query, Object... arguments) {
    return column(query, arguments).get(0);
  }

  public boolean holds(String condition) {
    return value("select " + condition).equals("t");
  }

  /** Does something while a table is locked against everybody. */
  void whileLocked(String table, Runnable work) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table " + table + " in access exclusive mode");
      work.run();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one from before, unless the database was killed meanwhile. */
  private Connection connection() throws SQLException {
    if (kept == null || !kept.isValid(1)) {
      kept = connect();
    }
    return kept;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + DatabasePreparation.DATABASE,
        "postgres",
        password);
  }
}
