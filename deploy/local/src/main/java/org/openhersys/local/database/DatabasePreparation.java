package org.openhersys.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.openhersys.api.database.SchemaMigration;
import org.openhersys.local.CannotStart;
import org.openhersys.local.Secrets;
import org.postgresql.PGConnection;

/**
 * What must be there before a service starts: the database, the roles with their passwords, and the
 * schemas. May be run as often as wanted.
 */
public final class DatabasePreparation {
  /** The name of the one shared database. */
  public static final String DATABASE = "hersys";

  private final Postgres postgres;
  private final Secrets secrets;
  private final Path rolesScript;

  /**
   * @param rolesScript the idempotent script that makes the roles
   */
  public DatabasePreparation(Postgres postgres, Secrets secrets, Path rolesScript) {
    this.postgres = postgres;
    this.secrets = secrets;
    this.rolesScript = rolesScript;
  }

  /**
   * Prepares everything.
   *
   * @throws CannotStart when another version has made the database in a way that cannot be
   *     continued
   */
  public void run() {
    try {
      makeDatabase();
      makeRoles();
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be prepared", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      SchemaMigration.migrate(postgres.url(DATABASE), "hersys_migrator", secrets.migrator());
    } catch (FlywayException e) {
      throw new CannotStart(
          "The database cannot be brought to this version's schema (--fresh begins with an empty one): "
              + e.getMessage(),
          e);
    }
  }

  private void makeDatabase() throws SQLException {
    try (Connection connection = superuser("postgres");
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database " + DATABASE);
    }
  }

  private void makeRoles() throws SQLException, IOException {
    try (Connection connection = superuser(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(rolesScript));
      PGConnection roles = connection.unwrap(PGConnection.class);
      for (Map.Entry<String, String> role : passwords().entrySet()) {
        // The driver hashes here, so that no password reaches a log of the server.
        roles.alterUserPassword(role.getKey(), role.getValue().toCharArray(), "scram-sha-256");
      }
    }
  }

  private Map<String, String> passwords() {
    return Map.of(
        "hersys_migrator", secrets.migrator(),
        "hersys_identity", secrets.identity(),
        "hersys_notification", secrets.notification(),
        "hersys_tracking", secrets.tracking(),
        "hersys_tracking_worker", secrets.trackingWorker(),
        "hersys_mailer", secrets.mailer(),
        "hersys_batch", secrets.batch());
  }

  private Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(
        postgres.url(database), Postgres.SUPERUSER, secrets.superuser());
  }
}
