package org.openhersys.tracking.feed;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.openhersys.tracking.intake.WorkerDatabase;

/**
 * Tells a centre, through the feed, that its right to see a case has ended; sight itself ended at
 * the instant set.
 */
@ApplicationScoped
class AnnouncingDepartures {
  private static final int MOST = 500;

  private final WorkerDatabase database;

  @Inject
  AnnouncingDepartures(WorkerDatabase database) {
    this.database = database;
  }

  @Scheduled(every = "{hersys.feed.departures-every}")
  void announce() {
    int told = MOST;
    while (told == MOST) {
      told =
          database
              .jdbi()
              .inTransaction(
                  handle ->
                      handle
                          .createQuery("select tracking.announce_departures(:most)")
                          .bind("most", MOST)
                          .mapTo(Integer.class)
                          .one());
    }
  }
}
