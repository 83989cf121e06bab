package org.openhersys.api.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** A service refuses to start on a schema older than the one it was built with. */
@Singleton
public class SchemaCheck {
  private static final Logger LOG = Logger.getLogger(SchemaCheck.class);
  private static final String FILE = "/hersys-schema.properties";

  private final Jdbi jdbi;

  @Inject
  SchemaCheck(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void check(@Observes StartupEvent start) {
    String needed = needed();
    String found =
        jdbi.withHandle(
            h ->
                h.createQuery("select max(version) from migration.history where success")
                    .mapTo(String.class)
                    .findOne()
                    .orElse("0"));
    if (found.compareTo(needed) < 0) {
      throw new IllegalStateException(
          "schema " + found + " is older than " + needed + ": migrate first");
    }
    LOG.infof("schema found=%s needed=%s", found, needed);
  }

  private static String needed() {
    try (InputStream in = SchemaCheck.class.getResourceAsStream(FILE)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("needed");
    } catch (IOException unreadable) {
      throw new IllegalStateException(FILE, unreadable);
    }
  }
}
