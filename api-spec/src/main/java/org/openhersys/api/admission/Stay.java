package org.openhersys.api.admission;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long a request keeps its place and desk: until it is answered, and, if its sender goes away,
 * until what was begun for it is over. A client that gives up early and comes again would otherwise
 * have more than its desks at work.
 *
 * <p>Safe to be used by many threads.
 */
final class Stay {
  private static final String KEY = "hersys.admission.stay";

  /**
   * Longer than a request may work: then its place is left in any case. A statement may take 15 s,
   * a transaction, from PostgreSQL 17 on, 30 s.
   */
  private static final Duration LONGEST_WORK = Duration.ofSeconds(45);

  private final Vertx vertx;
  private final Room.Visit visit;
  private boolean working;
  private OptionalLong timer = OptionalLong.empty();

  private Stay(Vertx vertx, Room.Visit visit) {
    this.vertx = vertx;
    this.visit = visit;
  }

  static void begin(RoutingContext context, Room.Visit visit) {
    Stay stay = new Stay(context.vertx(), visit);
    context.put(KEY, stay);
    context.addEndHandler(
        over -> {
          if (context.response().ended()) {
            visit.end();
          } else {
            stay.senderHasGone();
          }
        });
  }

  static Optional<Stay> of(RoutingContext context) {
    return Optional.ofNullable(context.get(KEY));
  }

  /** Work has begun that goes on without its sender. */
  synchronized void workBegins() {
    working = true;
  }

  /** What was begun is over. */
  void workIsOver() {
    boolean nobodyWaits;
    synchronized (this) {
      working = false;
      nobodyWaits = timer.isPresent();
      timer.ifPresent(vertx::cancelTimer);
    }
    if (nobodyWaits) {
      visit.end();
    }
  }

  private void senderHasGone() {
    synchronized (this) {
      if (working) {
        timer = OptionalLong.of(vertx.setTimer(LONGEST_WORK.toMillis(), late -> visit.end()));
        return;
      }
    }
    visit.end();
  }
}
