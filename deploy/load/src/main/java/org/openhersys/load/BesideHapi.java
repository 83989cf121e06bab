package org.openhersys.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.openhersys.local.Service;

/**
 * Single notifications beside what a HAPI FHIR JPA server does with the same cases: Patient,
 * Condition and Observation in one transaction, as many clients, the same PostgreSQL. Alternating,
 * and while one is measured the other stands still.
 */
final class BesideHapi implements Measurement {
  private final Path root;
  private final Duration warm;
  private final Duration each;
  private final int rounds;

  /**
   * @param root the checkout with the built server
   */
  BesideHapi(Path root, Duration warm, Duration each, int rounds) {
    this.root = root;
    this.warm = warm;
    this.each = each;
    this.rounds = rounds;
  }

  @Override
  public List<Figure> measure(Stage stage, Report report) {
    try (HapiPeer hapi = HapiPeer.start(stage, root);
        Traffic ours = new Traffic(stage.ports().notification(), Rounds.CLIENTS);
        Traffic theirs = new Traffic(hapi.port(), Rounds.CLIENTS, HapiPeer::allCreated)) {
      Rounds notifications = new Rounds(stage, ours, stage::submission);
      Rounds transactions = new Rounds(stage, theirs, hapi::transaction);
      notifications.warm(warm);
      transactions.warm(warm);
      for (int round = 0; round < rounds; round++) {
        stage.whileStill(List.of(HapiPeer.NAME), () -> run(notifications, stage));
        stage.whileStill(Stage.SERVICES, () -> run(transactions, stage));
      }
      return List.of(figure(notifications, transactions));
    }
  }

  /** What one has left to be written must not be written in the other's time. */
  private Rounds run(Rounds measured, Stage stage) {
    measured.run(each);
    stage.awaitQuiet();
    stage.execute("checkpoint");
    return measured;
  }

  private static Figure figure(Rounds notifications, Rounds transactions) {
    return Figure.more(
        "single notification ÷ HAPI FHIR JPA server creating Patient + Condition + Observation",
        notifications.perSecond() / transactions.perSecond(),
        "×",
        10,
        30,
        String.format(
            Locale.ROOT,
            "%.0f/s ÷ %.1f/s; CPU a case: JVM %.2f ms ÷ %.2f ms, PostgreSQL %.2f ms ÷ %.2f ms (generator %.2f ms ÷ %.2f ms)",
            notifications.perSecond(),
            transactions.perSecond(),
            notifications.millis(Service.NOTIFICATION.title()),
            transactions.millis(HapiPeer.NAME),
            notifications.millis(ProcessTimes.POSTGRES),
            transactions.millis(ProcessTimes.POSTGRES),
            notifications.millis(ProcessTimes.LAUNCHER),
            transactions.millis(ProcessTimes.LAUNCHER)));
  }
}
