package org.openhersys.local.kill;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Kills that belong together: after the last of them the system is left to recover.
 *
 * @param strikes what is killed when; never empty
 */
record Round(List<Strike> strikes) {
  private static final int LONGEST_LOAD = 2_000;
  private static final int QUICKLY = 300;
  private static final int SHORTEST_RECOVERY = 500;
  private static final int LONGEST_RECOVERY = 6_000;

  /** A kill, so many milliseconds after the load began, or after the kill before. */
  record Strike(Victim victim, int after) {
    @Override
    public String toString() {
      return victim + " after " + after + " ms";
    }
  }

  /**
   * Rounds drawn at random: one kill under load, or a second one in quick succession, or while the
   * system recovers from the first. The first three are one of each that the loop is mostly about;
   * what comes then is drawn freely.
   *
   * @param kills how many kills in all
   */
  static List<Round> drawn(int kills, Random random) {
    List<Victim> victims =
        new ArrayList<>(List.of(Victim.NOTIFICATION, Victim.CASE_TRACKING, Victim.POSTGRES));
    Collections.shuffle(victims, random);
    List<Victim> any = List.of(Victim.values());
    while (victims.size() < kills) {
      victims.add(any.get(random.nextInt(any.size())));
    }
    List<Round> rounds = new ArrayList<>();
    int next = 0;
    while (next < kills) {
      List<Strike> strikes = new ArrayList<>();
      strikes.add(new Strike(victims.get(next++), random.nextInt(LONGEST_LOAD)));
      if (next < kills && random.nextBoolean()) {
        strikes.add(new Strike(victims.get(next++), pause(random)));
      }
      rounds.add(new Round(List.copyOf(strikes)));
    }
    return rounds;
  }

  private static int pause(RandomGenerator random) {
    return random.nextBoolean()
        ? random.nextInt(QUICKLY)
        : random.nextInt(SHORTEST_RECOVERY, LONGEST_RECOVERY);
  }

  @Override
  public String toString() {
    return strikes.stream().map(Strike::toString).collect(joining(", "));
  }
}
