package org.openhersys.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.openhersys.local.journey.Request;

/**
 * Five times as many as can be served: of what is asked as much is done as at the peak, and the
 * rest is told at once to come again. Then lists and logins in such numbers while notifications
 * come at half the peak, which must not suffer.
 */
final class Overload implements Measurement {
  private static final int TIMES = 5;
  private static final int CONNECTIONS = 4_096;
  private static final double HALF = 0.5;
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /** Some ten times as many as two cores can hash passwords for. */
  private static final double LOGINS_PER_SECOND = 150;

  private final Duration each;

  Overload(Duration each) {
    this.each = each;
  }

  @Override
  public List<Figure> measure(Stage stage, Report report) {
    List<Figure> figures = new ArrayList<>();
    double peak = report.peak();
    try (Traffic entry = new Traffic(stage.ports().notification(), CONNECTIONS)) {
      // The first flood, which does not count, makes the compiler's work.
      entry.atRate(TIMES * peak, each, stage::submission);
      stage.awaitQuiet();
      List<Request> written = Traffic.written(TIMES * peak, each, stage::submission);
      ProcessTimes before = stage.times();
      Outcome flood = entry.atRate(TIMES * peak, written);
      ProcessTimes spent = stage.times().since(before);
      figures.addAll(
          figures(report, flood, spent.of(ProcessTimes.LAUNCHER) / 1e3 / flood.seconds()));
      figures.add(recovery(stage, entry, peak));
      stage.awaitQuiet();
      figures.add(
          besides(
              "lists",
              stage,
              entry,
              peak,
              stage.ports().notification(),
              TIMES * peak,
              () -> stage.get(Lists.WORK_LIST, stage.person(Stage.STAFF))));
      stage.awaitQuiet();
      figures.add(
          besides(
              "logins",
              stage,
              entry,
              peak,
              stage.ports().identity(),
              LOGINS_PER_SECOND,
              Overload::login));
    }
    return figures;
  }

  /**
   * @param generator of how many cores the generator took the time
   */
  private static List<Figure> figures(Report report, Outcome flood, double generator) {
    double peak = report.peak();
    double goodput = flood.acceptedPerSecond() / peak;
    double left = (CORES - generator) / (CORES - report.generatorAtPeak());
    return List.of(
        Figure.more(
            "5× overload: goodput ÷ peak",
            goodput,
            "×",
            0.9,
            0.97,
            String.format(
                Locale.ROOT,
                "%.0f/s came, %.0f/s accepted, %d refused, otherwise %s; sent late by p50 %.0f ms, p99 %.0f ms; the generator takes %.2f of %d cores (%.2f at the peak): %.2f × of what the cores that it leaves serve at the peak",
                TIMES * peak,
                flood.acceptedPerSecond(),
                flood.refused(),
                flood.whyFailed(),
                flood.lateMillis(50),
                flood.lateMillis(99),
                generator,
                CORES,
                report.generatorAtPeak(),
                goodput / left)),
        Figure.less("5× overload: accepted, p99", flood.acceptedMillis(99) / 1e3, "s", 2, 1, ""),
        Figure.less(
            "5× overload: refused with 503 and Retry-After, p99",
            flood.refusedMillis(99),
            "ms",
            100,
            20,
            flood.refusedWithoutRetryAfter() + " without Retry-After"));
  }

  /** How soon notifications at half the peak are all accepted again, each within a second. */
  private static Figure recovery(Stage stage, Traffic entry, double peak) {
    int seconds = 0;
    Outcome calm;
    do {
      calm = entry.atRate(HALF * peak, Duration.ofSeconds(1), stage::submission);
      seconds++;
    } while (seconds < 60
        && (calm.refused() + calm.failures() > 0 || calm.acceptedMillis(99) > 1e3));
    return Figure.less("recovery after the overload", seconds, "s", 30, 5, "");
  }

  /** As with the flood, what counts comes after one that makes the compiler's work. */
  private Figure besides(
      String what,
      Stage stage,
      Traffic entry,
      double peak,
      int port,
      double perSecond,
      Supplier<Request> others) {
    // A token that is needed is got before the crowd comes.
    var unused = others.get();
    try (Traffic crowd = new Traffic(port, CONNECTIONS)) {
      Supplier<Beside> together =
          () -> {
            CompletableFuture<Outcome> crowded =
                CompletableFuture.supplyAsync(() -> crowd.atRate(perSecond, each, others));
            Outcome calm = entry.atRate(HALF * peak, each, stage::submission);
            return new Beside(calm, crowded.join());
          };
      var unusedFirst = together.get();
      stage.awaitQuiet();
      Beside beside = together.get();
      Outcome calm = beside.calm;
      double offered = calm.accepted() + calm.refused() + calm.failures();
      return Figure.more(
          "notifications accepted while " + what + " flood",
          calm.accepted() / offered,
          "×",
          0.99,
          1,
          String.format(
              Locale.ROOT,
              "%.0f/s beside %.0f %s/s (%d served, %d refused); p50 %.0f ms, p99 %.0f ms",
              HALF * peak,
              perSecond,
              what,
              beside.crowd.accepted(),
              beside.crowd.refused(),
              calm.acceptedMillis(50),
              calm.acceptedMillis(99)));
    }
  }

  /** What came of notifications at half the peak, and of those who flooded meanwhile. */
  private record Beside(Outcome calm, Outcome crowd) {}

  /** Of somebody whom there is not: as much work as any, and no answer but 401. */
  private static Request login() {
    return Request.postJson(
        "/api/v1/sessions",
        Map.of(
            "loginId",
            "mihon.arashi." + UUID.randomUUID(),
            "password",
            "kurage-to-tomato-no-natsu",
            "code",
            "000000"));
  }
}
