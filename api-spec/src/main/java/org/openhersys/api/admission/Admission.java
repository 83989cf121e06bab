package org.openhersys.api.admission;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.RouterProblems;

/**
 * Bounds how many requests are at work at once. What is beyond the bound is told at once to come
 * again (503 with {@code Retry-After}), before anything was looked up or waited for: a queue that
 * grows serves everybody too late, and under overload as much is done as at the peak.
 *
 * <p>A request is at work from when it has arrived whole until it is answered; who sends slowly
 * takes nobody's place ({@link WholeBody}). Health is always told.
 */
@Singleton
public class Admission {
  /** After what cannot be read at all was refused, before everything else. */
  private static final int FIRST = 900;

  /** Seconds after which to come again, at random so that not all come at once. */
  private static final int SOONEST = 1;

  private static final int LATEST = 5;

  private final int most;
  private final AtomicInteger atWork = new AtomicInteger();

  /**
   * @param most how many may be at work at once; a multiple of the database connections, because
   *     those who wait for one wait here
   */
  @Inject
  Admission(@ConfigProperty(name = "hersys.admission.most") int most) {
    if (most < 1) {
      throw new IllegalArgumentException("hersys.admission.most must be 1 or more, not " + most);
    }
    this.most = most;
  }

  void bound(@Observes Filters filters) {
    filters.register(WholeBody::await, FIRST + 1);
    filters.register(this::admit, FIRST);
  }

  /** How many are at work now. */
  public int atWork() {
    return atWork.get();
  }

  private void admit(RoutingContext context) {
    String path = context.request().path();
    if (path.startsWith("/q/")) {
      context.next();
    } else if (takesAPlace(Priority.of(context.request().method().name(), path).share(most))) {
      AtomicBoolean given = new AtomicBoolean();
      context.addEndHandler(
          answered -> {
            if (given.compareAndSet(false, true)) {
              atWork.decrementAndGet();
            }
          });
      context.next();
    } else {
      RouterProblems.answer(
          context,
          ProblemException.unavailable(ThreadLocalRandom.current().nextInt(SOONEST, LATEST + 1)));
    }
  }

  private boolean takesAPlace(int share) {
    int now = atWork.get();
    while (now < share) {
      if (atWork.compareAndSet(now, now + 1)) {
        return true;
      }
      now = atWork.get();
    }
    return false;
  }
}
