package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.local.RunningSystem.assertUnavailable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.Request;

/**
 * While a service gets no connection or no answer, its callers are told to come again, it says that
 * it is alive and not ready, and afterwards it serves as before without a restart.
 */
@ExtendWith(SharedSystem.class)
class UnavailableDatabaseIT {
  /** A tried service has four connections, and lets in thirty-two lists. */
  private static final int MORE_THAN_THE_POOL = 24;

  private static final List<String> ROLES =
      List.of("hersys_identity", "hersys_notification", "hersys_tracking");

  private final RunningSystem system;
  private final Superuser superuser;

  /** One for each service. */
  private final List<Request> requests;

  UnavailableDatabaseIT(RunningSystem system) {
    this.system = system;
    this.superuser = system.superuser();
    Operations operations = new Operations(system);
    this.requests =
        List.of(
            operations.ready("listOrganisations"),
            operations.ready("readNotification"),
            operations.ready("listCases"));
    // A mail that is under way when the database goes would be waited for until its lease is over.
    system.awaitQuiet();
  }

  @Test
  void whenEveryConnectionWaitsForALockCallersAreToldToComeAgain() {
    // The first statement of every caller's transaction reads it.
    superuser.whileLocked(
        "identity.session",
        () -> underLoad(this::assertAliveAndNotReady).forEach(RunningSystem::assertUnavailable));
    assertServesAsBefore();
  }

  @Test
  void whenNoConnectionIsGivenCallersAreToldToComeAgain() {
    for (String role : ROLES) {
      superuser.execute(
          "alter role " + role + " connection limit 0",
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role + "'");
    }
    try {
      pileUp().forEach(answer -> assertUnavailable(answer.join()));
      assertAliveAndNotReady();
    } finally {
      ROLES.forEach(role -> superuser.execute("alter role " + role + " connection limit -1"));
    }
    assertServesAsBefore();
  }

  @Test
  void whenTheDatabaseIsSilentCallersAreToldToComeAgain() {
    system.launcher().signal("STOP", "postgres");
    try {
      List<CompletableFuture<Exchange>> piledUp = pileUp();
      assertAliveAndNotReady();
      piledUp.forEach(answer -> assertUnavailable(answer.join()));
      assertAliveAndNotReady();
    } finally {
      system.launcher().signal("CONT", "postgres");
    }
    assertServesAsBefore();
  }

  @Test
  void whenTheDatabaseIsKilledCallersAreServedOrToldToComeAgain() {
    List<CompletableFuture<Exchange>> underWay = pileUp();

    system.launcher().kill("postgres");

    underWay.stream()
        .map(CompletableFuture::join)
        .filter(answer -> answer.status() != 200)
        .forEach(RunningSystem::assertUnavailable);
    assertServesAsBefore();
  }

  private List<CompletableFuture<Exchange>> pileUp() {
    List<CompletableFuture<Exchange>> answers = new ArrayList<>();
    for (int i = 0; i < MORE_THAN_THE_POOL; i++) {
      requests.forEach(request -> answers.add(system.sending(request)));
    }
    return answers;
  }

  /** Keeps as many under way while something is done, and gives all answers. */
  private Collection<Exchange> underLoad(Runnable work) {
    Collection<Exchange> answers = new ConcurrentLinkedQueue<>();
    AtomicBoolean goesOn = new AtomicBoolean(true);
    List<CompletableFuture<Void>> callers = new ArrayList<>();
    for (int i = 0; i < MORE_THAN_THE_POOL; i++) {
      requests.forEach(request -> callers.add(callAgain(request, answers, goesOn)));
    }
    try {
      work.run();
    } finally {
      goesOn.set(false);
    }
    callers.forEach(CompletableFuture::join);
    return answers;
  }

  private CompletableFuture<Void> callAgain(
      Request request, Collection<Exchange> answers, AtomicBoolean goesOn) {
    return system
        .sending(request)
        .thenComposeAsync(
            answer -> {
              answers.add(answer);
              return goesOn.get()
                  ? callAgain(request, answers, goesOn)
                  : CompletableFuture.completedFuture(null);
            },
            CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
  }

  private void assertAliveAndNotReady() {
    Set<Service> aliveAndNotReady = EnumSet.noneOf(Service.class);
    RunningLauncher.waitUntil(
        Duration.ofSeconds(20),
        () -> {
          aliveAndNotReady.addAll(nowAliveAndNotReady());
          return aliveAndNotReady.size() == Service.values().length;
        });
    assertEquals(EnumSet.allOf(Service.class), aliveAndNotReady);
  }

  /** All are asked at the same time: some waits are over after a few seconds. */
  private Set<Service> nowAliveAndNotReady() {
    Map<Service, CompletableFuture<Boolean>> asked = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      asked.put(
          service,
          system
              .health(service, "ready")
              .thenCombine(
                  system.health(service, "live"), (ready, live) -> ready == 503 && live == 200));
    }
    return asked.keySet().stream()
        .filter(service -> asked.get(service).join())
        .collect(Collectors.toSet());
  }

  /** With every connection: none is lost, and no thread is stuck. */
  private void assertServesAsBefore() {
    system.launcher().awaitReady();
    pileUp()
        .forEach(answer -> assertEquals(200, answer.join().status(), () -> answer.join().body()));
    system.awaitQuiet();
  }
}
