package org.openhersys.api.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The service's own database role, as SQL through Jdbi. */
public class Database {

  @Produces
  @Singleton
  Jdbi jdbi(AgroalDataSource source) {
    return of(source);
  }

  /** SQL on another pool, such as a worker's. */
  public static Jdbi of(AgroalDataSource source) {
    Jdbi jdbi = Jdbi.create(source).installPlugin(new PostgresPlugin());
    // A message would quote the arguments, which are people's data, and messages are logged.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }
}
