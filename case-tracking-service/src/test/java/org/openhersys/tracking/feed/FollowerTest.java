package org.openhersys.tracking.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.statusSet;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.Submission;

/**
 * Pull that misses nothing: while notifications arrive, cases are followed up and handed over, and
 * rights end, in transactions that are slow, rolled back or killed, a system that crashes at times
 * ends with exactly what its centre may see.
 */
@QuarkusTest
class FollowerTest {
  private static final int ROUNDS = 6;
  private static final int MOST_LOOKS = 300;

  /** How a writer's transaction ends; the round says which. */
  private enum End {
    COMMITTED,
    ROLLED_BACK,
    KILLED
  }

  private final Login giver = staffOf(Directory.healthCentre());
  private final Login centre = staffOf(Directory.healthCentre());
  private final Login next = staffOf(Directory.healthCentre());
  private final UUID bystander = caseAt(centre.organisation());
  private final Login system = Directory.machine(centre.organisation(), Scopes.CASE_READ);
  private final Follower follower = new Follower(system, 4);

  @Test
  void aFollowerUnderSlowAndKilledWritersEndsWithExactlyWhatItMaySee() {
    List<CompletableFuture<Void>> writers =
        List.of(
            CompletableFuture.runAsync(() -> rounds(1, this::notify)),
            CompletableFuture.runAsync(() -> rounds(2, this::followUp)),
            CompletableFuture.runAsync(() -> rounds(3, this::handOn)));
    while (!writers.stream().allMatch(CompletableFuture::isDone)) {
      follower.pull(true);
      pause(10);
    }
    writers.forEach(CompletableFuture::join);
    waitUntil(
        () -> {
          follower.pull(false);
          return follower.copy().equals(Follower.listed(centre));
        });

    Map<String, Follower.Seen> copy = follower.copy();
    for (int i = 0; i < 20; i++) {
      follower.pull(true);
    }
    waitUntil(
        () -> {
          follower.pull(false);
          return follower.copy().equals(copy);
        });
    assertEquals(copy, fromTheBeginning().copy());
    assertTrue(copy.size() > ROUNDS, "the centre sees " + copy.size() + " cases");
    assertTrue(follower.departures() > 0, "none has left");
    assertTrue(follower.crashes() > 0, "it never crashed");
    assertTrue(follower.unchanged() > 0, "it was never told that nothing changed");
  }

  /** A second system that has nothing yet. */
  private Follower fromTheBeginning() {
    Follower fresh = new Follower(system, 5);
    waitUntil(
        () -> {
          fresh.pull(false);
          return fresh.copy().equals(Follower.listed(centre));
        });
    return fresh;
  }

  private void rounds(long seed, Writer writer) {
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      writer.write(End.values()[i % 3], random);
    }
  }

  /** Notifications arrive, one of them in a transaction that takes its time. */
  private void notify(End end, Random random) {
    slowly("postgres", end, h -> Submission.written(h, centre.organisation(), null));
    Submission.to(centre.organisation());
    // A reader of events that gets stuck with the position in its hands.
    slowly(
        "hersys_tracking_worker",
        end,
        h -> h.execute("select 1 from tracking.reader_position for update"));
  }

  /**
   * The centre changes what it has; the slow change comes last, so that no later one tells it too.
   */
  private void followUp(End end, Random random) {
    UUID id = caseAt(centre.organisation());
    statusSet(id, centre, random.nextBoolean() ? "HOSPITALISED" : "HOME_CARE");
    slowly(
        "hersys_tracking_worker",
        end,
        h -> {
          h.execute("update tracking.case_file set version = version + 1 where id = ?", id);
          h.execute("select tracking.announce(?)", id);
        });
  }

  /**
   * A case comes to the centre, goes on to the next, leaves the centre's sight, and may come back.
   */
  private void handOn(End end, Random random) {
    UUID id = caseAt(giver.organisation());
    UUID handover = requested(id, giver, centre.organisation());
    slowly("hersys_tracking", end, h -> accept(h, handover));
    if (end == End.COMMITTED) {
      return;
    }
    accepted(handover, centre);
    accepted(requested(id, centre, next.organisation()), next);
    slowly("postgres", End.COMMITTED, h -> endTheRight(h, id));
    slowly("hersys_tracking_worker", end, FollowerTest::announceDepartures);
    slowly("hersys_tracking_worker", End.COMMITTED, FollowerTest::announceDepartures);
    if (random.nextBoolean()) {
      accepted(requested(id, next, centre.organisation()), centre);
    }
  }

  private static void announceDepartures(Handle h) {
    h.execute("select tracking.announce_departures(500)");
  }

  private void accept(Handle h, UUID handover) {
    centre.enter(h);
    h.execute("select tracking.accept_handover(?, 1, null, now() + interval '30 days')", handover);
  }

  private void endTheRight(Handle h, UUID id) {
    for (String table : List.of("custody_ground", "custody_entry")) {
      h.execute(
          "update tracking."
              + table
              + " set until = now() where case_id = ? and organisation_id = ?",
          id,
          centre.organisation());
    }
  }

  /**
   * Work in a transaction that is held open while the feed goes on: with changes that begin later
   * and commit earlier.
   */
  private void slowly(String role, End end, Consumer<Handle> work) {
    Handle handle = HersysDatabase.as(role).open();
    try {
      handle.begin();
      work.accept(handle);
      HersysDatabase.owner().useHandle(h -> h.execute("select tracking.announce(?)", bystander));
      holdUntilTheFollowerHasPassed();
      switch (end) {
        case COMMITTED -> handle.commit();
        case ROLLED_BACK -> handle.rollback();
        case KILLED -> kill(handle);
      }
    } finally {
      close(handle);
    }
  }

  /**
   * Long enough for a follower that may be led past what is not committed yet to be led past it.
   */
  private void holdUntilTheFollowerHasPassed() {
    int before = follower.ends();
    for (int i = 0; i < MOST_LOOKS && follower.ends() < before + 2; i++) {
      pause(10);
    }
  }

  private static void kill(Handle handle) {
    int process = handle.createQuery("select pg_backend_pid()").mapTo(Integer.class).one();
    HersysDatabase.owner().useHandle(h -> h.execute("select pg_terminate_backend(?)", process));
  }

  private static void close(Handle handle) {
    try {
      handle.close();
    } catch (JdbiException killed) {
      // There is nobody left to roll back.
    }
  }

  private static void pause(int milliseconds) {
    LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
  }

  private interface Writer {
    void write(End end, Random random);
  }
}
