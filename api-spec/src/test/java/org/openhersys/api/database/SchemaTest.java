package org.openhersys.api.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.HersysDatabase;

class SchemaTest {
  private static final HersysDatabase DATABASE = new HersysDatabase();
  private static Jdbi owner;

  @BeforeAll
  static void aMigratedDatabase() {
    DATABASE.init(java.util.Map.of("role", "hersys_notification"));
    DATABASE.start();
    owner = HersysDatabase.owner();
  }

  @AfterAll
  static void stop() {
    DATABASE.stop();
  }

  @Test
  void everythingBelongsToARoleThatCannotLogIn() {
    assertEquals(
        List.of(),
        owner.withHandle(
            h ->
                h.createQuery(
                        """
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname in ('identity', 'notification', 'tracking', 'audit', 'migration')
                          and c.relowner <> 'hersys_owner'::regrole
                        """)
                    .mapTo(String.class)
                    .list()));
    assertEquals(
        List.of("hersys_owner"),
        owner.withHandle(
            h ->
                h.createQuery(
                        "select rolname from pg_roles where rolname like 'hersys%' and not rolcanlogin")
                    .mapTo(String.class)
                    .list()));
  }

  @Test
  void noServiceRoleMayBypassRowLevelSecurityOrCreateAnything() {
    List<String> powers =
        owner.withHandle(
            h ->
                h.createQuery(
                        """
                        select rolname from pg_roles
                        where rolname like 'hersys%' and (rolbypassrls or rolsuper or rolcreatedb or rolcreaterole or rolreplication)
                        """)
                    .mapTo(String.class)
                    .list());

    assertEquals(List.of(), powers);
  }

  @Test
  void everyTableThatServicesReadAndThatHoldsPeopleHasRowLevelSecurity() {
    // The tables without: directories, keys, positions and outboxes, which hold no people's data.
    List<String> without =
        owner.withHandle(
            h ->
                h.createQuery(
                        """
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname in ('identity', 'notification', 'tracking', 'audit') and c.relkind = 'r' and not c.relrowsecurity
                        order by 1
                        """)
                    .mapTo(String.class)
                    .list());

    assertEquals(
        List.of(
            "identity.client_assertion",
            "identity.idempotency_key",
            "identity.jurisdiction",
            "identity.login_delay",
            "identity.organisation",
            "identity.signing_key",
            "notification.batch_step",
            "notification.event",
            "notification.idempotency_key",
            "tracking.feed_generation",
            "tracking.handover_transition",
            "tracking.idempotency_key",
            "tracking.reader_position",
            "tracking.set_aside_event"),
        without);
  }

  @Test
  void definersFunctionsHaveAFixedSearchPathAndAreNotForEverybody() {
    List<String> loose =
        owner.withHandle(
            h ->
                h.createQuery(
                        """
                        select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where n.nspname in ('identity', 'notification', 'tracking', 'audit') and p.prosecdef
                          and (not coalesce(p.proconfig::text like '%search_path=pg_catalog, pg_temp%', false) or has_function_privilege('public', p.oid, 'execute'))
                        """)
                    .mapTo(String.class)
                    .list());

    assertEquals(List.of(), loose);
  }

  @Test
  void theRolesScriptAndTheMigrationsMayRunAgain() {
    HersysDatabase.prepareAgain();

    assertTrue(
        owner.withHandle(
                h -> h.createQuery("select count(*) from migration.history").mapTo(int.class).one())
            > 0);
  }

  @Test
  void servicesAskForTheNewestMigration() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = SchemaTest.class.getResourceAsStream("/hersys-schema.properties")) {
      properties.load(in);
    }
    String newest =
        owner.withHandle(
            h ->
                h.createQuery("select max(version) from migration.history")
                    .mapTo(String.class)
                    .one());

    assertEquals(newest, properties.getProperty("needed"));
  }
}
