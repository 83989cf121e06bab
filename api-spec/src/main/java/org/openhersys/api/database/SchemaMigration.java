package org.openhersys.api.database;

import org.flywaydb.core.Flyway;

/** The one step that brings the shared database to the newest schema, before any service starts. */
public final class SchemaMigration {
  private SchemaMigration() {}

  /**
   * Migrates as {@code hersys_owner}. Safe to run by several at once and as often as wanted.
   *
   * @param user a role that may become {@code hersys_owner}: {@code hersys_migrator}, or a
   *     superuser
   */
  public static void migrate(String jdbcUrl, String user, String password) {
    Flyway.configure()
        .dataSource(jdbcUrl, user, password)
        .initSql("set role hersys_owner")
        .locations("classpath:db/migration")
        .defaultSchema("migration")
        .table("history")
        .placeholderReplacement(false)
        .load()
        .migrate();
  }
}
