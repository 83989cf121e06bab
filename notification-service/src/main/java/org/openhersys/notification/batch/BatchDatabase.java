package org.openhersys.notification.batch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.database.Database;

/**
 * The batch workers' own role ({@code hersys_batch}) and pool: it adds notifications for who has
 * sent a batch, reads none, and serves no caller.
 */
@Singleton
class BatchDatabase {
  private final Jdbi jdbi;

  @Inject
  BatchDatabase(@DataSource("batch") AgroalDataSource source) {
    this.jdbi = Database.of(source);
  }

  /** SQL as the worker. */
  Jdbi jdbi() {
    return jdbi;
  }
}
