package org.openhersys.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.openhersys.local.journey.Request;

/**
 * The same with 20 thousand cases in the database and with millions: what does not stay flat shows.
 */
final class Scale implements Measurement {
  private static final int FEW = 20_000;
  private static final int CLIENTS = 4;

  private final Duration warm;
  private final Duration each;
  private final long many;

  /**
   * @param warm how long each kind of request is made before any of it counts
   * @param many to how many cases the database is filled
   */
  Scale(Duration warm, Duration each, long many) {
    this.warm = warm;
    this.each = each;
    this.many = many;
  }

  @Override
  public List<Figure> measure(Stage stage, Report report) {
    List<Kind> kinds = kinds(stage);
    kinds.forEach(kind -> cost(stage, kind, warm));
    stage.awaitQuiet();
    Fill fill = new Fill(stage);
    fill.cases(1, FEW);
    List<Cost> few = costs(stage, kinds);
    long before = fill.bytes();
    long begin = System.nanoTime();
    fill.cases(FEW + 1, many);
    double seconds = (System.nanoTime() - begin) / 1e9;
    long bytes = (fill.bytes() - before) / (many - FEW);
    List<Cost> full = costs(stage, kinds);
    List<Figure> figures = new ArrayList<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      figures.add(figure(kinds.get(kind).name, few.get(kind), full.get(kind)));
    }
    figures.add(
        Figure.less(
            "bytes on disk a case, all tables and indexes",
            (double) bytes,
            "B",
            10_000,
            5_000,
            String.format(
                Locale.ROOT, "filled in %.0f s, %.0f cases/s", seconds, (many - FEW) / seconds)));
    return figures;
  }

  private Figure figure(String name, Cost few, Cost full) {
    return Figure.less(
        name + ", p99, with " + many / 1_000 + " thousand cases ÷ with " + FEW / 1_000,
        full.p99 / few.p99,
        "×",
        1.5,
        1.1,
        String.format(
            Locale.ROOT,
            "p99 %.1f ms ÷ %.1f ms, p50 %.1f ms ÷ %.1f ms; PostgreSQL %.2f ms ÷ %.2f ms of processor time",
            full.p99,
            few.p99,
            full.p50,
            few.p50,
            full.postgres,
            few.postgres));
  }

  private static List<Kind> kinds(Stage stage) {
    int tracking = stage.ports().caseTracking();
    int notification = stage.ports().notification();
    Supplier<String> staff = () -> stage.person(Stage.STAFF);
    return List.of(
        new Kind("intake", notification, stage::submission),
        new Kind("case list", tracking, () -> stage.get(Lists.PAGE, staff.get())),
        new Kind("change feed", tracking, () -> stage.get(Lists.FEED, staff.get())),
        new Kind("work list", notification, () -> stage.get(Lists.WORK_LIST, staff.get())),
        new Kind(
            "search by name and birth date",
            notification,
            () -> Fill.search(ThreadLocalRandom.current().nextInt(FEW)).as(staff.get())));
  }

  private List<Cost> costs(Stage stage, List<Kind> kinds) {
    List<Cost> costs = new ArrayList<>();
    for (Kind kind : kinds) {
      cost(stage, kind, each.dividedBy(2));
      costs.add(cost(stage, kind, each));
      stage.awaitQuiet();
    }
    return costs;
  }

  private static Cost cost(Stage stage, Kind kind, Duration length) {
    try (Traffic traffic = new Traffic(kind.port, CLIENTS)) {
      ProcessTimes before = stage.times();
      Outcome outcome = traffic.asFastAsAnswered(CLIENTS, length, kind.requests);
      ProcessTimes spent = stage.times().since(before);
      if (outcome.failures() > 0) {
        throw new IllegalStateException(outcome.whyFailed() + " failed");
      }
      return new Cost(
          outcome.acceptedMillis(50),
          outcome.acceptedMillis(99),
          spent.of(ProcessTimes.POSTGRES) / outcome.accepted());
    }
  }

  /** What is asked, and which service. */
  private record Kind(String name, int port, Supplier<Request> requests) {}

  /** Milliseconds: latencies, and PostgreSQL's processor time a request. */
  private record Cost(double p50, double p99, double postgres) {}
}
