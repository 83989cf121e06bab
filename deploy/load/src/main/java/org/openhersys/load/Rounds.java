package org.openhersys.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.openhersys.local.journey.Request;

/**
 * As many a second of one kind of request as {@value #CLIENTS} clients get answered, in rounds that
 * alternate with others: what came of them in all, and the processor time of each process.
 */
final class Rounds {
  static final int CLIENTS = 32;

  private final Stage stage;
  private final Traffic traffic;
  private final Supplier<Request> requests;
  private final Map<String, Double> used = new HashMap<>();
  private double ratesSummed;
  private long answered;
  private int rounds;

  Rounds(Stage stage, Traffic traffic, Supplier<Request> requests) {
    this.stage = stage;
    this.traffic = traffic;
    this.requests = requests;
  }

  /** A time that does not count. */
  void warm(Duration length) {
    var unused = traffic.asFastAsAnswered(CLIENTS, length, requests);
  }

  /**
   * One more round.
   *
   * @throws IllegalStateException when not all were served
   */
  void run(Duration length) {
    stage.awaitQuiet();
    ProcessTimes before = stage.times();
    Outcome outcome = traffic.asFastAsAnswered(CLIENTS, length, requests);
    stage
        .times()
        .since(before)
        .millis()
        .forEach((process, millis) -> used.merge(process, millis, Double::sum));
    requireServed(outcome);
    answered += outcome.accepted();
    ratesSummed += outcome.acceptedPerSecond();
    rounds++;
  }

  /** The mean of the rounds. */
  double perSecond() {
    return ratesSummed / rounds;
  }

  /** Processor time that a process has used for each request, in milliseconds. */
  double millis(String process) {
    return used.getOrDefault(process, Double.NaN) / answered;
  }

  private static void requireServed(Outcome outcome) {
    if (outcome.failures() > 0 || outcome.accepted() == 0) {
      throw new IllegalStateException(
          outcome.whyFailed() + " failed, " + outcome.accepted() + " were accepted");
    }
  }
}
