package org.openhersys.api.admission;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.RouterProblems;

/**
 * Bounds how many requests are in, and how many of them are worked on at once. What is beyond the
 * bound is told at once to come again (503 with {@code Retry-After}), before anything was looked up
 * or waited for: a queue that grows serves everybody too late, and under overload as much is done
 * as at the peak. Those who are in and wait for their turn hold no thread; entry has its turn first
 * ({@link Priority}).
 *
 * <p>A request is in from when it has arrived whole until it is answered; who sends slowly takes
 * nobody's place ({@link WholeBody}). A large body, read as it comes, mostly waits for its sender
 * and is nobody's turn. Health is always told.
 */
@Singleton
public class Admission {
  /** After what cannot be read at all was refused, before everything else. */
  private static final int FIRST = 900;

  /** Seconds after which to come again, at random so that not all come at once. */
  private static final int SOONEST = 1;

  private static final int LATEST = 5;

  private final Room room;
  private final long longestWaitMillis;

  /**
   * @param most how many may be in
   * @param atOnce how many of them are worked on at once; if not set, {@code perCore} for each
   *     processor: more only keep each other, and who takes the next request, from the processor
   * @param longestWait after which one whose turn does not come is told to come again
   */
  @Inject
  Admission(
      @ConfigProperty(name = "hersys.admission.most") int most,
      @ConfigProperty(name = "hersys.admission.at-once") OptionalInt atOnce,
      @ConfigProperty(name = "hersys.admission.at-once-per-core") int perCore,
      @ConfigProperty(name = "hersys.admission.longest-wait") Duration longestWait) {
    this.room = new Room(most, atOnce.orElse(perCore * Runtime.getRuntime().availableProcessors()));
    this.longestWaitMillis = longestWait.toMillis();
  }

  void bound(@Observes Filters filters) {
    filters.register(WholeBody::await, FIRST + 1);
    filters.register(this::admit, FIRST);
  }

  /** How many are in now. */
  public int atWork() {
    return room.taken();
  }

  private void admit(RoutingContext context) {
    String path = context.request().path();
    if (path.startsWith("/q/")) {
      context.next();
      return;
    }
    Priority priority = Priority.of(context.request().method().name(), path);
    boolean needsDesk = !WholeBody.isReadAsItComes(context);
    Context thread = context.vertx().getOrCreateContext();
    Optional<Room.Visit> visit =
        needsDesk
            ? room.enter(priority, () -> thread.runOnContext(turn -> context.next()))
            : room.enter(priority);
    if (visit.isEmpty()) {
      comeAgain(context);
      return;
    }
    Room.Visit admitted = visit.get();
    context.addEndHandler(answered -> admitted.end());
    if (!needsDesk) {
      context.next();
    } else if (admitted.waits()) {
      boundWait(context, admitted);
    }
  }

  private void boundWait(RoutingContext context, Room.Visit visit) {
    long timer =
        context
            .vertx()
            .setTimer(
                longestWaitMillis,
                late -> {
                  if (visit.giveUp()) {
                    comeAgain(context);
                  }
                });
    context.addEndHandler(answered -> context.vertx().cancelTimer(timer));
  }

  private static void comeAgain(RoutingContext context) {
    RouterProblems.answer(
        context,
        ProblemException.unavailable(ThreadLocalRandom.current().nextInt(SOONEST, LATEST + 1)));
  }
}
