package org.openhersys.api.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.openhersys.api.database.SchemaMigration;

/**
 * A real PostgreSQL with the real roles and migrations, for a service's tests. Init argument {@code
 * role}: the role of the service's pool; any other, such as {@code worker}: the role of a further
 * datasource of that name.
 */
public class HersysDatabase implements QuarkusTestResourceLifecycleManager {
  // A system property, because a test and its resource may stand in different class loaders.
  private static final String URL = "hersys.test.jdbc-url";

  private static final String SERVICE = "role";

  private static final Map<String, Jdbi> OWNERS = new ConcurrentHashMap<>();

  private Map<String, String> arguments = Map.of();
  private EmbeddedPostgres postgres;

  @Override
  public void init(Map<String, String> initArgs) {
    arguments = initArgs;
  }

  @Override
  public Map<String, String> start() {
    postgres = startEmpty();
    String url = postgres.getJdbcUrl("postgres", "postgres");
    prepare(url);
    System.setProperty(URL, url);
    Map<String, String> config = new HashMap<>();
    configure(config, "quarkus.datasource", arguments.get(SERVICE));
    arguments.forEach(
        (source, role) -> {
          if (!source.equals(SERVICE)) {
            configure(config, "quarkus.datasource." + source, role);
          }
        });
    config.put("hersys.cursor.key", Base64.getEncoder().encodeToString(new byte[32]));
    return config;
  }

  @Override
  public void stop() {
    try {
      if (postgres != null) {
        postgres.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** SQL as the superuser: fixtures and what only an owner may look at. */
  public static Jdbi owner() {
    return OWNERS.computeIfAbsent(
        urlFor("postgres"),
        url -> Jdbi.create(new KeptConnections(url)).installPlugin(new PostgresPlugin()));
  }

  /** Raw SQL as a role of the system, each handle a connection of its own. */
  public static Jdbi as(String role) {
    return Jdbi.create(urlFor(role)).installPlugin(new PostgresPlugin());
  }

  /** Whether a statement of a role waits for a lock. */
  public static boolean isWaiting(String role) {
    return owner()
        .withHandle(
            h ->
                h.select(
                        "select exists (select from pg_stat_activity where usename = ? and wait_event_type = 'Lock')",
                        role)
                    .mapTo(Boolean.class)
                    .one());
  }

  /** A PostgreSQL without anything in it. */
  static EmbeddedPostgres startEmpty() {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("max_connections", "200")
          .setServerConfig("timezone", "UTC")
          .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Makes the roles and migrates. */
  public static void prepare(String url) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(rolesScript());
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    SchemaMigration.migrate(url, "postgres", "");
  }

  static String rolesScript() {
    try (InputStream in = HersysDatabase.class.getResourceAsStream("/postgres/roles.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs the roles script and the migrations once more on the running database. */
  public static void prepareAgain() {
    prepare(System.getProperty(URL));
  }

  private static String urlFor(String role) {
    return System.getProperty(URL).replaceAll("user=[^&]*", "user=" + role);
  }

  private static void configure(Map<String, String> config, String prefix, String role) {
    String url = urlFor(role);
    config.put(prefix + ".jdbc.url", url);
    config.put(prefix + ".username", role);
    config.put(prefix + ".password", "unused");
  }
}
