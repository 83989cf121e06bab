package org.openhersys.api.admission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A bounded number of places, and fewer desks. Who comes in takes a place, waits in it until there
 * is a desk, and leaves both when it is answered. A free desk is given to who goes first, and among
 * equals to who came first. Of places and desks each priority may take a share; what is beyond it
 * is left to those who go before.
 *
 * <p>Safe to be used by many threads. Nobody waits in here: whoever leaves calls the next.
 */
final class Room {
  private final int places;
  private final int desks;

  /** Who waits, in the order of their turns. */
  private final NavigableSet<Visit> line =
      new TreeSet<>(
          Comparator.comparing((Visit visit) -> visit.priority)
              .thenComparingLong(visit -> visit.number));

  private long entered;
  private int taken;
  private int desksTaken;
  private int withoutDesk;

  /**
   * @param places how many may be in, 1 or more
   * @param desks how many of them are worked on at once, 1 or more
   */
  Room(int places, int desks) {
    if (places < 1 || desks < 1) {
      throw new IllegalArgumentException(
          "there must be a place and a desk, not " + places + " and " + desks);
    }
    this.places = places;
    this.desks = desks;
  }

  /**
   * Lets somebody in who needs a desk.
   *
   * @param work begun once, when there is a desk: at once, or by the thread of who leaves one
   * @return nothing when there is no place
   */
  Optional<Visit> enter(Priority priority, Runnable work) {
    Optional<Visit> visit;
    synchronized (this) {
      visit = takePlace(priority, work);
      visit.ifPresent(line::add);
    }
    callNext();
    return visit;
  }

  /**
   * Lets somebody in who needs no desk. Such may take half of the places.
   *
   * @return nothing when there is no place
   */
  synchronized Optional<Visit> enter(Priority priority) {
    if (withoutDesk >= Math.max(1, places / 2)) {
      return Optional.empty();
    }
    Optional<Visit> visit = takePlace(priority, () -> {});
    visit.ifPresent(
        stay -> {
          stay.state = State.WITHOUT_DESK;
          withoutDesk++;
        });
    return visit;
  }

  /** How many are in. */
  synchronized int taken() {
    return taken;
  }

  private Optional<Visit> takePlace(Priority priority, Runnable work) {
    if (taken >= priority.share(places)) {
      return Optional.empty();
    }
    taken++;
    return Optional.of(new Visit(priority, entered++, work));
  }

  private void callNext() {
    List<Visit> called = new ArrayList<>();
    synchronized (this) {
      // Who comes later in the line has no greater share.
      while (!line.isEmpty() && desksTaken < line.first().priority.share(desks)) {
        Visit next = line.first();
        line.remove(next);
        next.state = State.AT_DESK;
        desksTaken++;
        called.add(next);
      }
    }
    called.forEach(visit -> visit.work.run());
  }

  private enum State {
    WAITING,
    AT_DESK,
    WITHOUT_DESK,
    OVER
  }

  /** A stay of somebody. */
  final class Visit {
    private final Priority priority;
    private final long number;
    private final Runnable work;
    private State state = State.WAITING;

    private Visit(Priority priority, long number, Runnable work) {
      this.priority = priority;
      this.number = number;
      this.work = work;
    }

    /** Whether its turn has not come yet. */
    boolean waits() {
      synchronized (Room.this) {
        return state == State.WAITING;
      }
    }

    /** Leaves place and desk; said twice, it counts once. */
    void end() {
      synchronized (Room.this) {
        leave();
      }
      callNext();
    }

    /**
     * Leaves if it still waits; its work is never begun then.
     *
     * @return whether it has waited until now
     */
    boolean giveUp() {
      synchronized (Room.this) {
        boolean inVain = state == State.WAITING;
        if (inVain) {
          leave();
        }
        return inVain;
      }
    }

    private void leave() {
      switch (state) {
        case WAITING -> line.remove(this);
        case AT_DESK -> desksTaken--;
        case WITHOUT_DESK -> withoutDesk--;
        case OVER -> {}
      }
      if (state != State.OVER) {
        taken--;
      }
      state = State.OVER;
    }
  }
}
