package org.openhersys.notification.batch;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.openhersys.api.problem.ProblemException;

/**
 * The places of an instance for bodies that come, each of which holds a thread: so many, and of
 * these so many for one organisation, so that it keeps nobody else out, whatever it sends and
 * however slowly.
 */
@Singleton
class ReceivingPlaces {
  private static final long AGAIN_SECONDS = 10;

  private final int most;
  private final int mostOfOne;
  private final Map<UUID, Integer> taken = new HashMap<>();
  private int all;

  ReceivingPlaces(BatchSettings settings) {
    this.most = settings.mostReceiving();
    this.mostOfOne = settings.mostReceivingOfOne();
  }

  /**
   * Takes one; whoever has taken it leaves it.
   *
   * @throws ProblemException 429 when the organisation has its share; 503 when all are taken
   */
  synchronized void take(UUID organisation) {
    if (taken.getOrDefault(organisation, 0) >= mostOfOne) {
      throw ProblemException.tooManyRequests(AGAIN_SECONDS);
    }
    if (all >= most) {
      throw ProblemException.unavailable();
    }
    taken.merge(organisation, 1, Integer::sum);
    all++;
  }

  /** Leaves one that was taken. */
  synchronized void leave(UUID organisation) {
    taken.computeIfPresent(organisation, (id, places) -> places > 1 ? places - 1 : null);
    all--;
  }
}
