package org.openhersys.api.admission;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a request keeps its place and desk: until it is answered, and, if its sender goes away,
 * until what was begun for it is over. A client that gives up early and comes again would otherwise
 * have more than its desks at work.
 *
 * <p>Safe to be used by many threads.
 */
final class Stay {
  private static final String KEY = "hersys.admission.stay";

  /** By then every statement has been cut off ({@code statement_timeout}, and the socket's). */
  private static final Duration LONGEST_WORK = Duration.ofSeconds(25);

  private final Room.Visit visit;
  private boolean answered;
  private boolean working;

  private Stay(Room.Visit visit) {
    this.visit = visit;
  }

  static void begin(RoutingContext context, Room.Visit visit) {
    Stay stay = new Stay(visit);
    context.put(KEY, stay);
    context.addEndHandler(
        answered -> {
          if (!stay.endsWithTheAnswer()) {
            context.vertx().setTimer(LONGEST_WORK.toMillis(), later -> visit.end());
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
      nobodyWaits = answered;
    }
    if (nobodyWaits) {
      visit.end();
    }
  }

  private boolean endsWithTheAnswer() {
    boolean idle;
    synchronized (this) {
      answered = true;
      idle = !working;
    }
    if (idle) {
      visit.end();
    }
    return idle;
  }
}
