package org.openhersys.api.database;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.openhersys.api.problem.DatabaseFailures;

/**
 * Whether the pool that serves callers gives a connection that answers, within two seconds; says
 * only yes or no. One look at a time, on a thread of its own: however long the database is silent,
 * whoever asks is answered, and no more than one thread waits.
 */
@Readiness
@Singleton
public class DatabaseReadiness implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(DatabaseReadiness.class);
  private static final long LONGEST_SECONDS = 2;

  private final AgroalDataSource source;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "database-readiness"));
  private CompletableFuture<Boolean> look = CompletableFuture.completedFuture(true);

  @Inject
  DatabaseReadiness(AgroalDataSource source) {
    this.source = source;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  @PreDestroy
  void end() {
    thread.shutdownNow();
  }

  private boolean answers() {
    try {
      return looking().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException silent) {
      return false;
    } catch (ExecutionException fault) {
      throw new IllegalStateException(fault.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized CompletableFuture<Boolean> looking() {
    if (look.isDone()) {
      look = CompletableFuture.supplyAsync(this::look, thread);
    }
    return look;
  }

  private boolean look() {
    try {
      return source.isHealthy(false);
    } catch (SQLException failure) {
      LOG.warnf("the database does not serve state=%s", DatabaseFailures.state(failure));
      return false;
    }
  }
}
