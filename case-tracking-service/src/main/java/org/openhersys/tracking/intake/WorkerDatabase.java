package org.openhersys.tracking.intake;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.database.Database;

/**
 * The worker's own role ({@code hersys_tracking_worker}) and pool: it sees every notification, and
 * serves no caller.
 */
@Singleton
public class WorkerDatabase {
  private final Jdbi jdbi;

  @Inject
  WorkerDatabase(@DataSource("worker") AgroalDataSource source) {
    this.jdbi = Database.of(source);
  }

  /** SQL as the worker. */
  public Jdbi jdbi() {
    return jdbi;
  }
}
