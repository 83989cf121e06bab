package org.openhersys.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Single notifications: all checks, token, access log, event, mail, every commit on disk. As many a
 * second as 32 clients get answered, beside pgbench with as many clients; alternating, so that what
 * else the machine does falls on both. Then at 70 % of it in an open model, for the latencies.
 */
final class SingleIntake implements Measurement {
  private static final int CLIENTS = 32;
  private static final double EASY = 0.7;

  private final Duration warm;
  private final Duration each;
  private final int rounds;

  SingleIntake(Duration warm, Duration each, int rounds) {
    this.warm = warm;
    this.each = each;
    this.rounds = rounds;
  }

  @Override
  public List<Figure> measure(Stage stage, Report report) {
    try (Traffic traffic = new Traffic(stage.ports().notification(), CLIENTS)) {
      traffic.asFastAsAnswered(CLIENTS, warm, stage::submission);
      String rows = SubmissionRows.script(stage, 1);
      Pgbench pgbench = new Pgbench(stage);
      double http = 0;
      double database = 0;
      long answered = 0;
      double service = 0;
      double postgres = 0;
      double generator = 0;
      for (int round = 0; round < rounds; round++) {
        stage.awaitQuiet();
        ProcessTimes used = stage.times();
        Outcome outcome = traffic.asFastAsAnswered(CLIENTS, each, stage::submission);
        ProcessTimes spent = stage.times().since(used);
        service += spent.of("notification-service");
        postgres += spent.of(ProcessTimes.POSTGRES);
        generator += spent.of(ProcessTimes.LAUNCHER);
        answered += outcome.accepted();
        requireServed(outcome);
        http += outcome.acceptedPerSecond() / rounds;
        database +=
            stage.withTheDatabaseAlone(() -> pgbench.perSecond(rows, CLIENTS, each)) / rounds;
      }
      stage.awaitQuiet();
      report.peak(http, http * generator / answered / 1e3);
      Outcome easy = traffic.atRate(EASY * http, each, stage::submission);
      report.latencies("single-notification", "A notification, at 70 % of the peak", easy);
      return List.of(
          Figure.more(
              "single notification ÷ pgbench of the same rows in one statement",
              http / database,
              "×",
              0.3,
              0.6,
              String.format(
                  Locale.ROOT,
                  "%.0f/s ÷ %.0f/s; CPU a notification: JVM %.2f ms, PostgreSQL %.2f ms (generator and mail server %.2f ms); at 70 %% of it p50 %.1f ms, p99 %.1f ms",
                  http,
                  database,
                  service / answered,
                  postgres / answered,
                  generator / answered,
                  easy.acceptedMillis(50),
                  easy.acceptedMillis(99))));
    }
  }

  private static void requireServed(Outcome outcome) {
    if (outcome.failures() > 0 || outcome.accepted() == 0) {
      throw new IllegalStateException(
          outcome.whyFailed() + " failed, " + outcome.accepted() + " were accepted");
    }
  }
}
