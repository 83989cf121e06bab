package org.openhersys.api.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.HersysDatabase;

/** Roles and migrations also run on the oldest PostgreSQL that is supported, 15. */
class OldestPostgresTest {

  @Test
  void rolesAndMigrationsRunTwiceOnPostgreSQL15() throws IOException {
    try (EmbeddedPostgres postgres = oldest()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");

      HersysDatabase.prepare(url);
      HersysDatabase.prepare(url);

      Jdbi owner = Jdbi.create(url);
      assertTrue(number(owner, "show server_version_num") < 160_000);
      assertEquals(0, number(owner, "select count(*) from migration.history where not success"));
      assertTrue(number(owner, "select count(*) from migration.history") > 10);
    }
  }

  private static int number(Jdbi owner, String sql) {
    return owner.withHandle(h -> h.createQuery(sql).mapTo(Integer.class).one());
  }

  private static EmbeddedPostgres oldest() throws IOException {
    return EmbeddedPostgres.builder().setPgBinaryResolver(OldestPostgresTest::archive).start();
  }

  // The archive is read whole: the file system of the jar is closed before the server unpacks it.
  private static InputStream archive(String system, String hardware) {
    URI jar =
        URI.create("jar:" + Path.of(System.getProperty("hersys.test.oldest-postgres")).toUri());
    String name = "/postgres-%s-%s.txz".formatted(system.toLowerCase(Locale.ROOT), hardware);
    try (var files = FileSystems.newFileSystem(jar, Map.of())) {
      return new ByteArrayInputStream(Files.readAllBytes(files.getPath(name)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
