package org.openhersys.tracking.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.Submission;

/**
 * Random races of everything that may happen to a case at once, over HTTP, with the reader of
 * notifications running: each ends as if it had happened one after the other, and leaves one legal
 * state. {@code hersys.races} says how many (500), {@code hersys.races.seed} which.
 */
@QuarkusTest
class HandoverRacesTest {
  private static final int RACES = Integer.getInteger("hersys.races", 500);
  private static final long SEED = Long.getLong("hersys.races.seed", System.nanoTime());
  private static final int AT_ONCE = 6;
  private static final int MOST_MOVES = 4;

  private final Random random = new Random(SEED);
  private final ExecutorService races = Executors.newFixedThreadPool(AT_ONCE);
  private final ExecutorService actors = Executors.newFixedThreadPool(AT_ONCE * MOST_MOVES);

  /** A race with what came of each move. */
  record Run(RacingCase racing, List<Move> moves, List<Boolean> done) {
    List<Move> moves(boolean wereDone) {
      List<Move> those = new ArrayList<>();
      for (int i = 0; i < moves.size(); i++) {
        if (done.get(i) == wereDone) {
          those.add(moves.get(i));
        }
      }
      return those;
    }
  }

  @Test
  void everyRaceLeavesOneLegalState() {
    try (Arena arena = new Arena()) {
      List<CompletableFuture<Run>> running = new ArrayList<>();
      for (Map.Entry<Submission, UUID> opened : opened(arena).entrySet()) {
        Scene scene = List.of(Scene.values()).get(random.nextInt(Scene.values().length));
        String sharing = Arrays.asList(null, "READ", "WRITE").get(random.nextInt(3));
        List<Move> moves = scene.moves(random);
        running.add(
            CompletableFuture.supplyAsync(
                () ->
                    run(
                        arena,
                        RacingCase.prepared(
                            arena, opened.getValue(), opened.getKey(), scene, sharing),
                        moves),
                races));
      }
      List<Run> runs = running.stream().map(CompletableFuture::join).toList();
      settle(arena, runs);

      List<String> faults = new ArrayList<>();
      for (Run run : runs) {
        faults.addAll(faults(arena, run));
      }
      assertEquals(List.of(), faults, "seed " + SEED);
    } finally {
      races.shutdown();
      actors.shutdown();
    }
  }

  private Map<Submission, UUID> opened(Arena arena) {
    List<Submission> submissions =
        arena.sql(
            h -> {
              List<Submission> made = new ArrayList<>();
              for (int i = 0; i < RACES; i++) {
                made.add(
                    Submission.written(
                        h, arena.institution(), arena.id(Centre.RECEIVING), "HOME_CARE"));
              }
              return made;
            });
    Map<UUID, UUID> cases = new HashMap<>();
    waitUntil(
        () -> {
          cases.putAll(casesOf(arena));
          return cases.size() == RACES;
        });
    Map<Submission, UUID> opened = new HashMap<>();
    submissions.forEach(submission -> opened.put(submission, cases.get(submission.courseId())));
    return opened;
  }

  private static Map<UUID, UUID> casesOf(Arena arena) {
    Map<UUID, UUID> cases = new HashMap<>();
    arena.sql(
        h -> {
          h.select(
                  "select course_id, id from tracking.case_file where receiving_organisation_id = ?",
                  arena.id(Centre.RECEIVING))
              .map(
                  (row, context) ->
                      cases.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
              .list();
          return true;
        });
    return cases;
  }

  private Run run(Arena arena, RacingCase racing, List<Move> moves) {
    CountDownLatch start = new CountDownLatch(moves.size());
    List<CompletableFuture<Boolean>> tried =
        moves.stream()
            .map(
                move ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          together(start);
                          return arena.does(move, racing);
                        },
                        actors))
            .toList();
    return new Run(racing, moves, tried.stream().map(CompletableFuture::join).toList());
  }

  private static void together(CountDownLatch start) {
    start.countDown();
    try {
      start.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  // What was left for the worker and the reader is done.
  private static void settle(Arena arena, List<Run> runs) {
    HersysDatabase.as("hersys_tracking_worker")
        .useTransaction(
            h -> h.select("select tracking.expire_handovers(?)", RACES).mapTo(int.class).one());
    long supplements = runs.stream().filter(run -> run.moves().contains(Move.supplement())).count();
    waitUntil(
        () ->
            arena.sql(
                    h ->
                        h.select(
                                "select count(*) from tracking.case_file where receiving_organisation_id = ? and patient_name = ?",
                                arena.id(Centre.RECEIVING),
                                RacingCase.SUPPLEMENTED)
                            .mapTo(Long.class)
                            .one())
                == supplements);
  }

  private static List<String> faults(Arena arena, Run run) {
    return arena.sql(
        h -> {
          List<String> faults = new ArrayList<>();
          CaseInvariants.broken(h, run.racing().id())
              .forEach(name -> faults.add(name + ": " + run));
          Outcome end = CaseInvariants.outcome(h, arena, run.racing());
          Model begin = run.racing().scene().begin(run.racing().sharing());
          if (!SerialOrders.explain(begin, run.moves(true), run.moves(false), end)) {
            faults.add("no order explains " + end + ": " + run);
          }
          return faults;
        });
  }
}
