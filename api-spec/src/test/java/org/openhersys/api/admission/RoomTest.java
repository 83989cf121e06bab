package org.openhersys.api.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoomTest {
  private static final List<Priority> PRIORITIES = List.of(Priority.values());

  private final List<String> begun = new ArrayList<>();

  @Test
  void aFreeDeskIsGivenToWhoGoesFirstAndAmongEqualsToWhoCameFirst() {
    Room room = new Room(8, 1);
    Room.Visit first = enter(room, Priority.ENTRY, "first");
    Room.Visit search = enter(room, Priority.SEARCH, "search");
    Room.Visit login = enter(room, Priority.LOGIN, "login");
    Room.Visit second = enter(room, Priority.ENTRY, "second");
    Room.Visit third = enter(room, Priority.ENTRY, "third");

    List.of(first, second, third, login, search).forEach(Room.Visit::end);

    assertEquals(List.of("first", "second", "third", "login", "search"), begun);
    assertEquals(0, room.taken());
  }

  @Test
  void searchesLeaveHalfOfTheDesksToWhoGoesBefore() {
    Room room = new Room(16, 4);

    enter(room, Priority.SEARCH, "one");
    enter(room, Priority.SEARCH, "two");
    enter(room, Priority.SEARCH, "waits");
    enter(room, Priority.ENTRY, "entry");

    assertEquals(List.of("one", "two", "entry"), begun);
  }

  @Test
  void whoGivesUpIsNeverCalledAndWhoHasBegunCannot() {
    Room room = new Room(8, 1);
    Room.Visit begins = enter(room, Priority.ENTRY, "begins");
    Room.Visit waits = enter(room, Priority.ENTRY, "waits");

    assertTrue(waits.giveUp());
    assertFalse(waits.giveUp());
    assertFalse(begins.giveUp());
    begins.end();

    assertEquals(List.of("begins"), begun);
    assertEquals(0, room.taken());
  }

  @Test
  void whatNeedsNoDeskTakesAPlaceAlone() {
    Room room = new Room(2, 1);

    Room.Visit body = room.enter(Priority.ENTRY).orElseThrow();
    enter(room, Priority.ENTRY, "entry");

    assertEquals(List.of("entry"), begun);
    assertTrue(room.enter(Priority.ENTRY).isEmpty());
    body.end();
    body.end();
    assertEquals(1, room.taken());
  }

  @Test
  void aRoomWithoutAPlaceOrADeskIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new Room(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Room(1, 0));
  }

  /** Whatever comes and goes: the bounds hold, nobody is called twice, and nobody is forgotten. */
  @Property(tries = 300)
  void whoeverIsInHasATurnUnlessItGivesUp(
      @ForAll @IntRange(min = 1, max = 9) int places,
      @ForAll @IntRange(min = 1, max = 9) int desks,
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 63) Integer> moves) {
    Room room = new Room(places, desks);
    List<Stay> in = new ArrayList<>();
    AtomicInteger turns = new AtomicInteger();
    int entered = 0;
    int gaveUp = 0;
    for (int move : moves) {
      if (move % 2 == 0 || in.isEmpty()) {
        Priority priority = PRIORITIES.get(move / 2 % PRIORITIES.size());
        int before = in.size();
        room.enter(priority, turns::incrementAndGet)
            .ifPresent(visit -> in.add(new Stay(visit, priority)));
        entered += in.size() - before;
      } else {
        Stay stay = in.get(move % in.size());
        if (!stay.visit().waits()) {
          stay.visit().end();
          in.remove(stay);
        } else if (move % 3 == 0) {
          assertTrue(stay.visit().giveUp());
          gaveUp++;
          in.remove(stay);
        }
      }
      assertEquals(in.size(), room.taken());
      assertTrue(in.size() <= places);
      assertNobodyWaitsForAFreeDesk(in, desks);
    }
    while (!in.isEmpty()) {
      Stay next = in.stream().filter(stay -> !stay.visit().waits()).findFirst().orElseThrow();
      next.visit().end();
      in.remove(next);
    }
    assertEquals(entered - gaveUp, turns.get());
  }

  private static void assertNobodyWaitsForAFreeDesk(List<Stay> in, int desks) {
    long atDesks = in.stream().filter(stay -> !stay.visit().waits()).count();
    assertTrue(atDesks <= desks);
    in.stream()
        .filter(stay -> stay.visit().waits())
        .forEach(stay -> assertTrue(atDesks >= stay.priority().share(desks)));
  }

  private record Stay(Room.Visit visit, Priority priority) {}

  @Test
  void manyAtOnceKeepTheBounds() throws InterruptedException {
    Room room = new Room(64, 3);
    AtomicInteger atDesks = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    ExecutorService workers = Executors.newFixedThreadPool(8);
    AtomicReferenceArray<Room.Visit> visits = new AtomicReferenceArray<>(64);
    for (int i = 0; i < visits.length(); i++) {
      int own = i;
      visits.set(
          own,
          room.enter(
                  Priority.ENTRY,
                  () ->
                      workers.execute(
                          () -> {
                            most.accumulateAndGet(atDesks.incrementAndGet(), Math::max);
                            LockSupport.parkNanos(1_000);
                            atDesks.decrementAndGet();
                            done.incrementAndGet();
                            while (visits.get(own) == null) {
                              Thread.onSpinWait();
                            }
                            visits.get(own).end();
                          }))
              .orElseThrow());
    }
    while (room.taken() > 0) {
      Thread.onSpinWait();
    }
    workers.shutdown();
    assertTrue(workers.awaitTermination(20, TimeUnit.SECONDS));
    assertEquals(visits.length(), done.get());
    assertTrue(most.get() <= 3, most + " were at three desks");
  }

  private Room.Visit enter(Room room, Priority priority, String name) {
    return room.enter(priority, () -> begun.add(name)).orElseThrow();
  }
}
