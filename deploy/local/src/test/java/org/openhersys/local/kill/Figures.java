package org.openhersys.local.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted in the loop, and the table of it. */
final class Figures {
  private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
  private final List<String> faults = new ArrayList<>();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger retried = new AtomicInteger();
  private int participantsKilled;
  private int audits;
  private Duration slowest = Duration.ZERO;
  private String slowestAfter = "";

  synchronized void killed(Victim victim) {
    kills.merge(victim, 1, Integer::sum);
  }

  synchronized void participantKilled() {
    participantsKilled++;
  }

  synchronized void audited() {
    audits++;
  }

  synchronized void recovered(Round round, Duration took) {
    if (took.compareTo(slowest) > 0) {
      slowest = took;
      slowestAfter = round.toString();
    }
  }

  /** An attempt that brought no answer, or one that says to come again. */
  void unanswered() {
    unanswered.incrementAndGet();
  }

  /** Something that was done after more than one attempt. */
  void retried() {
    retried.incrementAndGet();
  }

  /** Something that must not be; the loop goes on, and fails at its end. */
  synchronized void fault(String what) {
    faults.add(what);
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /**
   * The table.
   *
   * @param lost what was acknowledged and is not there, in the last audit
   * @param doubled what is there twice
   */
  synchronized String table(List<Journal.Entry> entries, int lost, int doubled) {
    Map<Deed, Integer> deeds = new EnumMap<>(Deed.class);
    entries.stream()
        .filter(Journal.Entry::isAcknowledged)
        .forEach(entry -> deeds.merge(entry.intent().deed(), 1, Integer::sum));
    StringBuilder table = new StringBuilder("\n");
    row(table, "kills", sum(kills.values()));
    kills.forEach((victim, times) -> row(table, "  " + victim, times));
    row(table, "clients and followers killed", participantsKilled);
    row(table, "acknowledged", sum(deeds.values()));
    deeds.forEach((deed, times) -> row(table, "  " + deed.name().toLowerCase(Locale.ROOT), times));
    row(table, "of these after retries", retried.get());
    row(table, "attempts without an answer", unanswered.get());
    row(table, "looked through", audits);
    row(table, "acknowledged and lost", lost);
    row(table, "doubled", doubled);
    row(table, "other faults", faults.size());
    table.append(
        "%-32s %6.1f s after %s%n"
            .formatted("slowest recovery", slowest.toMillis() / 1000.0, slowestAfter));
    return table.toString();
  }

  private static void row(StringBuilder table, String what, int figure) {
    table.append("%-32s %6d%n".formatted(what, figure));
  }

  private static int sum(Iterable<Integer> figures) {
    int sum = 0;
    for (int figure : figures) {
      sum += figure;
    }
    return sum;
  }
}
