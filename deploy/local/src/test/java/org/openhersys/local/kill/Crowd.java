package org.openhersys.local.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.openhersys.local.RunningLauncher;
import org.openhersys.local.RunningSystem;

/** The clients and followers of the loop, each a thread of its own. */
final class Crowd implements AutoCloseable {
  private static final int CLIENTS = 8;
  private static final Duration STUCK = Duration.ofMinutes(4);

  private final Figures figures;
  private final ReentrantReadWriteLock turn = new ReentrantReadWriteLock(true);
  private final List<Place> places = new ArrayList<>();

  /**
   * Sets them to work.
   *
   * @param directory where their books are
   * @param takerId the centre that is asked to take cases over
   */
  Crowd(RunningSystem system, Path directory, String takerId, long seed, Figures figures) {
    this.figures = figures;
    for (int i = 0; i < CLIENTS; i++) {
      Path journal = directory.resolve("client-" + i);
      Random random = new Random(seed + i);
      places.add(new Place(() -> new Client(system, journal, takerId, random, figures)));
    }
    for (Actor actor : List.of(Actor.CENTRE_SYSTEM, Actor.TAKER)) {
      Path book = directory.resolve("follower-" + actor);
      places.add(new Place(() -> new Follower(system, actor, book, figures)));
    }
    places.forEach(Place::take);
  }

  /** Waits until every client was served by an attempt that began after that moment. */
  void awaitServed(long since) {
    RunningLauncher.waitUntil(STUCK, () -> isServed(since) || someoneGaveUp());
    if (!isServed(since) || someoneGaveUp()) {
      throw new IllegalStateException("a client is not served: " + figures.faults());
    }
  }

  private boolean isServed(long since) {
    return of(Client.class).stream().allMatch(client -> client.lastServed() - since > 0);
  }

  private boolean someoneGaveUp() {
    return places.stream().anyMatch(place -> !place.thread.isAlive());
  }

  /** Does something while every client has come to the end of what it had begun, and waits. */
  void whilePaused(Runnable work) {
    try {
      if (!turn.writeLock().tryLock(STUCK.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("a client does not come to an end");
      }
    } catch (InterruptedException e) {
      throw new Killed(e);
    }
    try {
      work.run();
    } finally {
      turn.writeLock().unlock();
    }
  }

  /** Kills one of them; another one takes over from its book. */
  void killOne(Random random) {
    Place place = places.get(random.nextInt(places.size()));
    place.kill();
    place.take();
    figures.participantKilled();
  }

  /** What all clients wanted done. */
  List<Journal.Entry> entries() {
    return places.stream().flatMap(place -> place.taken.entries().stream()).toList();
  }

  List<Follower> followers() {
    return of(Follower.class);
  }

  private <T> List<T> of(Class<T> kind) {
    return places.stream()
        .map(place -> place.taken)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  @Override
  public void close() {
    places.forEach(Place::kill);
  }

  /** Where one of them is at work, and then its successor. */
  private final class Place {
    private final Supplier<Participant> successor;
    private volatile Participant taken;
    private volatile boolean killed;
    private Thread thread;

    Place(Supplier<Participant> successor) {
      this.successor = successor;
    }

    void take() {
      killed = false;
      Participant participant = successor.get();
      taken = participant;
      thread = new Thread(() -> work(participant), "participant");
      thread.setDaemon(true);
      thread.start();
    }

    void kill() {
      killed = true;
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new Killed(e);
      }
    }

    private void work(Participant participant) {
      try {
        inTurn(participant, participant::resume);
        while (!killed) {
          inTurn(participant, participant::step);
          Sender.pause(participant.rest());
        }
      } catch (RuntimeException | InterruptedException e) {
        if (!killed) {
          figures.fault("gave up: " + e);
        }
      }
    }

    // Followers go on while the clients pause: they have to catch up.
    private void inTurn(Participant participant, Runnable work) throws InterruptedException {
      if (participant instanceof Follower) {
        work.run();
        return;
      }
      turn.readLock().lockInterruptibly();
      try {
        work.run();
      } finally {
        turn.readLock().unlock();
      }
    }
  }
}
