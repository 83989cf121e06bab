package org.openhersys.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.openhersys.local.journey.Request;

/** A page of 100 of the case list and of the change feed, one client. */
final class Lists implements Measurement {
  static final String PAGE = "cases?limit=100";
  static final String FEED = "cases/changes?limit=100";
  static final String WORK_LIST = "notifications?limit=100";

  private final Duration warm;
  private final Duration each;

  Lists(Duration warm, Duration each) {
    this.warm = warm;
    this.each = each;
  }

  @Override
  public List<Figure> measure(Stage stage, Report report) {
    try (Traffic traffic = new Traffic(stage.ports().caseTracking(), 1)) {
      traffic.asFastAsAnswered(1, warm, () -> page(stage));
      ProcessTimes before = stage.times();
      Outcome outcome = traffic.asFastAsAnswered(1, each, () -> page(stage));
      ProcessTimes spent = stage.times().since(before);
      report.latencies("case-list", "A page of 100 cases, one client", outcome);
      return List.of(
          Figure.less(
              "page of 100 of the case list, p50, one client",
              outcome.acceptedMillis(50),
              "ms",
              10,
              3,
              String.format(
                  Locale.ROOT,
                  "p99 %.1f ms; CPU a page: JVM %.2f ms, PostgreSQL %.2f ms",
                  outcome.acceptedMillis(99),
                  spent.of("case-tracking-service") / outcome.accepted(),
                  spent.of(ProcessTimes.POSTGRES) / outcome.accepted())));
    }
  }

  private static Request page(Stage stage) {
    return stage.get(PAGE, stage.person(Stage.STAFF));
  }
}
