package org.openhersys.api.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;

/** A service refuses to start on a schema older than the one it was built with. */
@Singleton
public class SchemaCheck {
  private static final Logger LOG = Logger.getLogger(SchemaCheck.class);
  private static final int BEFORE_OTHERS = 1_000;
  private static final int TRIES = 10;
  private static final String FILE = "/hersys-schema.properties";

  private final Jdbi jdbi;

  @Inject
  SchemaCheck(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void check(@Observes @Priority(BEFORE_OTHERS) StartupEvent start) {
    String needed = needed();
    String found = found();
    if (found.compareTo(needed) < 0) {
      throw new IllegalStateException(
          "schema " + found + " is older than " + needed + ": migrate first");
    }
    LOG.infof("schema found=%s needed=%s", found, needed);
  }

  // A database that starts at the same time as the service is waited for.
  private String found() {
    for (int tried = 1; ; tried++) {
      try {
        return jdbi.withHandle(
            h ->
                h.createQuery("select max(version) from migration.history where success")
                    .mapTo(String.class)
                    .findOne()
                    .orElse("0"));
      } catch (ConnectionException notYet) {
        if (tried == TRIES) {
          throw notYet;
        }
        LOG.infof("waiting for the database tried=%d", tried);
      }
    }
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
