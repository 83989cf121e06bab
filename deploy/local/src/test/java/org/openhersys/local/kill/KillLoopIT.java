package org.openhersys.local.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openhersys.local.RunningLauncher;
import org.openhersys.local.RunningSystem;
import org.openhersys.local.SharedSystem;
import org.openhersys.local.sample.SampleDirectory;

/**
 * Services and PostgreSQL are killed at random moments while many work with them, and those who
 * work are killed too. How often says {@code -Dkills=60}; a run is drawn again with {@code
 * -Dkills.seed=…}, which each run prints.
 */
@ExtendWith(SharedSystem.class)
@Order(Integer.MAX_VALUE - 1) // Before the one that ends the system.
class KillLoopIT {
  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
  private static final Duration UNTIL_IT_RUNS = Duration.ofSeconds(60);

  private final Random random = new Random(SEED);
  private final Figures figures = new Figures();
  private final RunningSystem system;
  private final Audit audit;

  KillLoopIT(RunningSystem system) {
    this.system = system;
    this.audit = new Audit(system, figures);
  }

  @Test
  void whateverIsKilledWhenWhatWasAcknowledgedIsThereOnceAndNothingIsThereTwice()
      throws IOException {
    List<Round> rounds = Round.drawn(KILLS, random);
    System.out.println("-Dkills=" + KILLS + " -Dkills.seed=" + SEED + " " + rounds);
    Path books = Files.createDirectories(system.directory().resolve("kills"));
    try (Crowd crowd = new Crowd(system, books, taker(), SEED, figures)) {
      try {
        crowd.awaitServed(System.nanoTime());
        rounds.forEach(round -> recoverFrom(round, crowd));
        crowd.whilePaused(() -> audit.lookThroughEverything(crowd.entries(), crowd.followers()));
      } finally {
        System.out.println(
            figures.table(crowd.entries(), audit.lost().size(), audit.doubled().size()));
      }
    }

    assertEquals(Set.of(), audit.lost());
    assertEquals(Set.of(), audit.doubled());
    assertEquals(List.of(), figures.faults());
    system.awaitQuiet();
  }

  private void recoverFrom(Round round, Crowd crowd) {
    long killed = strike(round, crowd);
    crowd.awaitServed(killed);
    system.launcher().awaitReady();
    figures.recovered(round, Duration.ofNanos(System.nanoTime() - killed));
    crowd.whilePaused(() -> audit.look(crowd.entries(), crowd.followers()));
  }

  /** Answers when the last kill was, of {@link System#nanoTime}. */
  private long strike(Round round, Crowd crowd) {
    crowd.killOne(random);
    long killed = 0;
    for (Round.Strike strike : round.strikes()) {
      Sender.pause(Duration.ofMillis(strike.after()));
      kill(strike.victim());
      killed = System.nanoTime();
    }
    return killed;
  }

  /** As soon as it runs: it may be about to be started again. */
  private void kill(Victim victim) {
    boolean[] killed = new boolean[1];
    RunningLauncher.waitUntil(
        UNTIL_IT_RUNS, () -> killed[0] = victim.kill(system.launcher(), random));
    assertTrue(killed[0], victim + " does not run");
    figures.killed(victim);
  }

  private String taker() {
    return system
        .superuser()
        .value(
            "select id from identity.organisation where code = ?",
            SampleDirectory.CENTRE_OF_RESIDENCE);
  }
}
