package org.openhersys.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.openhersys.api.database.SchemaMigration;
import org.openhersys.api.testing.HersysDatabase;

/** A database of its own beside that of the running service: migrated, and nothing in it. */
public final class EmptyDatabase {
  private final String url;

  private EmptyDatabase(String url) {
    this.url = url;
  }

  /** Makes one. */
  public static EmptyDatabase named(String name) throws SQLException {
    HersysDatabase.owner().useHandle(handle -> handle.execute("create database " + name));
    EmptyDatabase made = new EmptyDatabase(runningUrl().replace("/postgres?", "/" + name + "?"));
    made.as("postgres")
        .useHandle(
            handle -> {
              try (Statement statement = handle.getConnection().createStatement()) {
                statement.execute(rolesScript());
              }
            });
    SchemaMigration.migrate(made.url, "postgres", "");
    return made;
  }

  /** Throws it away. */
  public static void drop(String name) {
    HersysDatabase.owner()
        .useHandle(handle -> handle.execute("drop database " + name + " with (force)"));
  }

  /** Raw SQL as a role of the system. */
  public Jdbi as(String role) {
    return Jdbi.create(url.replaceAll("user=[^&]*", "user=" + role))
        .installPlugin(new PostgresPlugin());
  }

  private static String runningUrl() {
    return System.getProperty("hersys.test.jdbc-url");
  }

  private static String rolesScript() {
    try (InputStream in = HersysDatabase.class.getResourceAsStream("/postgres/roles.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
