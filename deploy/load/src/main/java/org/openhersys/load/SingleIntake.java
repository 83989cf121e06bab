package org.openhersys.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.openhersys.local.Service;

/**
 * Single notifications: all checks, token, access log, event, mail, every commit on disk. As many a
 * second as 32 clients get answered, beside pgbench with as many clients; alternating, so that what
 * else the machine does falls on both. Then at 70 % of it in an open model, for the latencies.
 */
final class SingleIntake implements Measurement {
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
    try (Traffic traffic = new Traffic(stage.ports().notification(), Rounds.CLIENTS)) {
      Rounds notifications = new Rounds(stage, traffic, stage::submission);
      notifications.warm(warm);
      String rows = SubmissionRows.script(stage, 1);
      Pgbench pgbench = new Pgbench(stage);
      double database = 0;
      for (int round = 0; round < rounds; round++) {
        notifications.run(each);
        database +=
            stage.withTheDatabaseAlone(() -> pgbench.perSecond(rows, Rounds.CLIENTS, each))
                / rounds;
      }
      double http = notifications.perSecond();
      stage.awaitQuiet();
      report.peak(http, http * notifications.millis(ProcessTimes.LAUNCHER) / 1e3);
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
                  notifications.millis(Service.NOTIFICATION.title()),
                  notifications.millis(ProcessTimes.POSTGRES),
                  notifications.millis(ProcessTimes.LAUNCHER),
                  easy.acceptedMillis(50),
                  easy.acceptedMillis(99))));
    }
  }
}
