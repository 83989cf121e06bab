package org.openhersys.tracking.handover;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.openhersys.tracking.intake.WorkerDatabase;

/**
 * What time does with requests that nobody decides: the requested centre is reminded, once in each
 * period, and in the end the request expires and the giver, who stays responsible, is told. Any
 * number of instances may run; each request is taken by one.
 */
@ApplicationScoped
class ExpiringAndReminding {
  /** Keeps transactions short: the feed's readers wait for them. */
  private static final int MOST = 100;

  private final WorkerDatabase database;
  private final HandoverTerms terms;

  @Inject
  ExpiringAndReminding(WorkerDatabase database, HandoverTerms terms) {
    this.database = database;
    this.terms = terms;
  }

  @Scheduled(every = "{hersys.handover.clock-every}")
  void look() {
    inBatches(ExpiringAndReminding::expire);
    inBatches(this::remind);
  }

  private void inBatches(ToIntFunction<Handle> batch) {
    int done = MOST;
    while (done == MOST) {
      done = database.jdbi().inTransaction(batch::applyAsInt);
    }
  }

  private static int expire(Handle handle) {
    return handle
        .createQuery("select tracking.expire_handovers(:most)")
        .bind("most", MOST)
        .mapTo(Integer.class)
        .one();
  }

  private int remind(Handle handle) {
    return handle
        .createQuery("select tracking.remind_handovers(cast(:period as interval), :most)")
        .bind("period", terms.reminderPeriod().toString())
        .bind("most", MOST)
        .mapTo(Integer.class)
        .one();
  }
}
