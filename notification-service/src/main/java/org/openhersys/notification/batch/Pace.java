package org.openhersys.notification.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.openhersys.api.problem.ProblemException;

/**
 * How long a body may take and how slowly it may come: it holds a thread, and one of few places,
 * until it is whole. What must be done every so often while it comes is done here too. A body of
 * which nothing comes at all is given up by the framework ({@code quarkus.http.read-timeout}).
 */
final class Pace {
  private final BatchSettings settings;
  private final Clock clock;
  private final Instant begun;
  private Instant lastDone;
  private Runnable meanwhile = () -> {};

  /** Of a body that begins now. */
  Pace(BatchSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.begun = clock.instant();
    this.lastDone = begun;
  }

  /** From now on does that while the body comes, often enough for it not to be given up. */
  void meanwhile(Runnable work) {
    meanwhile = work;
    lastDone = clock.instant();
  }

  /**
   * Some of it has come.
   *
   * @param bytes all that have come so far
   * @throws ProblemException 400 when that is too slow
   */
  void require(long bytes) {
    Instant now = clock.instant();
    Duration taken = Duration.between(begun, now);
    if (taken.compareTo(settings.longestReception()) > 0 || isTooSlow(bytes, taken)) {
      throw ProblemException.malformed(
          "",
          "BODY_TOO_SLOW",
          "本文の受信に時間がかかりすぎています。小さく分けて送信してください。",
          "The body comes too slowly; send it in smaller batches.");
    }
    if (Duration.between(lastDone, now).compareTo(settings.abandonedAfter().dividedBy(10)) >= 0) {
      lastDone = now;
      meanwhile.run();
    }
  }

  private boolean isTooSlow(long bytes, Duration taken) {
    return taken.compareTo(settings.slowStart()) > 0
        && bytes < settings.leastBytesPerSecond() * taken.toSeconds();
  }
}
