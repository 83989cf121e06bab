package org.openhersys.api.admission;

import io.quarkus.runtime.configuration.MemorySize;
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
 * bound is told at once to come again (503 with {@code Retry-After}), before anything was looked
 * up: a queue that grows serves everybody too late, and under overload as much is done as at the
 * peak. Those who are in and wait for their turn hold no thread, and are told the same when it does
 * not come soon; entry has its turn first ({@link Priority}).
 *
 * <p>A request is in from when it has arrived whole until it is answered, or its sender has gone
 * and what was begun for it is over ({@link Stay}); who sends a small body slowly takes nobody's
 * place ({@link WholeBody}). A large body, read as it comes, has a place, of which half are open to
 * such, and is nobody's turn: it mostly waits for its sender. Health is always told.
 */
@Singleton
public class Admission {
  /** After what cannot be read at all was refused, before everything else. */
  private static final int FIRST = 900;

  private static final String HEALTH = "/q/health";

  /** Who works at a desk may be waiting for them, also at this service. */
  private static final String KEYS = "/.well-known/jwks.json";

  /** Seconds after which to come again, at random so that not all come at once. */
  private static final int SOONEST = 1;

  private static final int LATEST = 5;

  private final Room room;
  private final WholeBody bodies;
  private final long longestWaitMillis;

  /**
   * @param most how many may be in
   * @param atOnce how many of them are worked on at once; if not set, {@code perCore} for each
   *     processor: more only keep each other, and who takes the next request, from the processor
   * @param longestWait after which one whose turn does not come is told to come again
   * @param mostBodies of all small bodies together that are in memory
   * @param longestBody after which who has not sent a small body is cut off
   */
  @Inject
  Admission(
      @ConfigProperty(name = "hersys.admission.most") int most,
      @ConfigProperty(name = "hersys.admission.at-once") OptionalInt atOnce,
      @ConfigProperty(name = "hersys.admission.at-once-per-core") int perCore,
      @ConfigProperty(name = "hersys.admission.longest-wait") Duration longestWait,
      @ConfigProperty(name = "hersys.admission.most-bodies") MemorySize mostBodies,
      @ConfigProperty(name = "hersys.admission.longest-body") Duration longestBody) {
    this.room = new Room(most, atOnce.orElse(perCore * Runtime.getRuntime().availableProcessors()));
    this.longestWaitMillis = longestWait.toMillis();
    this.bodies = new WholeBody(mostBodies.asLongValue(), longestBody);
  }

  void bound(@Observes Filters filters) {
    filters.register(bodies::await, FIRST + 1);
    filters.register(this::admit, FIRST);
  }

  /** How many requests are in now. */
  public int inHand() {
    return room.taken();
  }

  private void admit(RoutingContext context) {
    // As routes are found by it: another spelling of an address is the same address.
    String path = context.normalizedPath();
    if (path.startsWith(HEALTH)) {
      context.next();
      return;
    }
    Priority priority = Priority.of(context.request().method().name(), path);
    boolean needsDesk = !path.equals(KEYS) && !WholeBody.isReadAsItComes(context);
    Context thread = context.vertx().getOrCreateContext();
    Optional<Room.Visit> visit =
        needsDesk
            ? room.enter(priority, () -> thread.runOnContext(turn -> begin(context)))
            : room.enter(priority);
    if (visit.isEmpty()) {
      comeAgain(context);
      return;
    }
    Room.Visit admitted = visit.get();
    Stay.begin(context, admitted);
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

  // Whoever went while it waited has left its desk already.
  private static void begin(RoutingContext context) {
    if (!context.response().closed()) {
      context.next();
    }
  }

  static void comeAgain(RoutingContext context) {
    RouterProblems.answer(
        context,
        ProblemException.unavailable(ThreadLocalRandom.current().nextInt(SOONEST, LATEST + 1)));
  }
}
