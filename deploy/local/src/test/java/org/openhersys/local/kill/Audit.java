package org.openhersys.local.kill;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.openhersys.local.RunningLauncher;
import org.openhersys.local.RunningSystem;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.Request;

/** Looks, while no client is at work, whether everything stands where it must, and once. */
final class Audit {
  private static final int AT_ONCE = 16;
  private static final Duration TO_CATCH_UP = Duration.ofSeconds(60);

  private final RunningSystem system;
  private final Figures figures;
  private final Set<String> receiptsSeen = new HashSet<>();
  private final Set<String> lost = new TreeSet<>();
  private final Set<String> doubled = new TreeSet<>();

  Audit(RunningSystem system, Figures figures) {
    this.system = system;
    this.figures = figures;
  }

  /** What was acknowledged and does not stand somewhere where it must, with the place. */
  Set<String> lost() {
    return lost;
  }

  /** What stands somewhere twice, acknowledged or not, with the place. */
  Set<String> doubled() {
    return doubled;
  }

  /**
   * After a recovery.
   *
   * @param entries what all clients wanted done
   */
  void look(List<Journal.Entry> entries, List<Follower> followers) {
    system.awaitApplied();
    entries.stream()
        .collect(groupingBy(entry -> entry.intent().deed()))
        .forEach(this::lookForTraces);
    askAgain(
        entries.stream()
            .filter(entry -> entry.intent().deed().isKeyed() && entry.isAcknowledged())
            .filter(entry -> !receiptsSeen.contains(entry.intent().key()))
            .toList());
    followers.forEach(this::compare);
    figures.audited();
  }

  /** The same, with the receipts of all that was ever acknowledged. */
  void lookThroughEverything(List<Journal.Entry> entries, List<Follower> followers) {
    receiptsSeen.clear();
    look(entries, followers);
  }

  private void lookForTraces(Deed deed, List<Journal.Entry> entries) {
    Map<String, Journal.Entry> byKey =
        entries.stream().collect(toMap(entry -> entry.intent().key(), entry -> entry));
    Object keys = byKey.keySet().toArray(String[]::new);
    Traces.of(deed)
        .forEach(
            (what, where) -> {
              String query =
                  """
                  with sent as (select unnest(?::text[]) as key), trace as (%s)
                  select s.key || ' ' || count(t.key) from sent s left join trace t on t.key = s.key group by s.key having count(t.key) <> 1
                  """
                      .formatted(where);
              for (String line : system.superuser().column(query, keys)) {
                String[] parts = line.split(" ", -1);
                found(byKey.get(parts[0]), what, Integer.parseInt(parts[1]));
              }
            });
  }

  private void found(Journal.Entry entry, String what, int times) {
    String told = entry.intent().deed() + " " + entry.intent().key() + ": " + what;
    if (times > 1) {
      doubled.add(told + " " + times + " times");
    } else if (entry.isAcknowledged()) {
      lost.add(told);
    }
  }

  /** The same request under the same key is answered as before. */
  private void askAgain(List<Journal.Entry> entries) {
    for (int from = 0; from < entries.size(); from += AT_ONCE) {
      List<Journal.Entry> some = entries.subList(from, Math.min(from + AT_ONCE, entries.size()));
      List<CompletableFuture<Exchange>> answers = new ArrayList<>();
      some.forEach(entry -> answers.add(system.sending(again(entry))));
      for (int i = 0; i < some.size(); i++) {
        compare(some.get(i), answers.get(i).join());
      }
    }
    entries.forEach(entry -> receiptsSeen.add(entry.intent().key()));
  }

  private Request again(Journal.Entry entry) {
    Actor actor = entry.intent().deed().actor();
    return entry
        .intent()
        .request()
        .as(actor.isMachine() ? system.machine(actor.scope()) : system.person(actor.loginId()));
  }

  private static boolean isTheSame(Deed deed, JsonNode before, JsonNode now) {
    // The answer is rendered anew, and a handover goes on.
    return deed == Deed.REQUEST ? before.path("id").equals(now.path("id")) : before.equals(now);
  }

  private void compare(Journal.Entry entry, Exchange again) {
    if (again.status() != 201 || !isTheSame(entry.intent().deed(), entry.answer(), again.json())) {
      figures.fault(
          "another receipt for " + entry.intent() + ": " + entry.answer() + " then " + again);
    }
  }

  /** Who follows the feed has exactly what its centre may see. */
  private void compare(Follower follower) {
    Map<String, JsonNode> listed = follower.listed();
    RunningLauncher.waitUntil(TO_CATCH_UP, () -> follower.copied().equals(listed));
    Map<String, JsonNode> copied = follower.copied();
    if (copied.equals(listed)) {
      return;
    }
    Set<String> ids = new TreeSet<>(listed.keySet());
    ids.addAll(copied.keySet());
    ids.stream()
        .filter(not(id -> listed.containsKey(id) && listed.get(id).equals(copied.get(id))))
        .forEach(
            id ->
                figures.fault(
                    "the copy of %s differs: %s instead of %s"
                        .formatted(follower, copied.get(id), listed.get(id))));
  }
}
