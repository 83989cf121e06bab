package org.openhersys.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What came of the requests of one run. Latencies count from when a request was due, not from when
 * it could be sent, so that a stall is suffered by all who would have come during it (no
 * coordinated omission).
 */
final class Outcome {
  private static final long LONGEST_MICROS = Duration.ofMinutes(5).toNanos() / 1_000;
  private static final int DIGITS = 3;
  private static final int UNAVAILABLE = 503;

  private final Histogram accepted = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
  private final Histogram refused = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
  private final Histogram sent = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
  private final AtomicLong withoutRetryAfter = new AtomicLong();
  private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();
  private volatile double seconds = Double.NaN;

  /** A request is on its way. */
  void sent(long nanosSinceDue) {
    sent.recordValue(micros(nanosSinceDue));
  }

  /** An answer. */
  void answered(int status, boolean saysWhenToComeAgain, long nanosSinceDue) {
    long micros = micros(nanosSinceDue);
    if (status / 100 == 2 || status == 304) {
      accepted.recordValue(micros);
    } else if (status == UNAVAILABLE) {
      refused.recordValue(micros);
      if (!saysWhenToComeAgain) {
        withoutRetryAfter.incrementAndGet();
      }
    } else {
      failed(Integer.toString(status));
    }
  }

  /** Another status, or no answer at all. */
  void failed(String why) {
    failures.computeIfAbsent(why, first -> new LongAdder()).increment();
  }

  void lasted(long nanos) {
    seconds = nanos / 1e9;
  }

  /** How long it lasted. */
  double seconds() {
    return seconds;
  }

  long accepted() {
    return accepted.getTotalCount();
  }

  long refused() {
    return refused.getTotalCount();
  }

  /** Refusals that did not say when to come again. */
  long refusedWithoutRetryAfter() {
    return withoutRetryAfter.get();
  }

  /** Neither served nor told to come again. */
  long failures() {
    return failures.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** What failed, by status or by what went wrong, and how often. */
  Map<String, LongAdder> whyFailed() {
    return failures;
  }

  double acceptedPerSecond() {
    return accepted() / seconds;
  }

  /** Of what was served, in milliseconds. */
  double acceptedMillis(double percentile) {
    return accepted.getValueAtPercentile(percentile) / 1e3;
  }

  /**
   * How much later than due requests were sent, in milliseconds: they waited for a connection, or
   * the generator for the processor. What it is late is none of the service's waiting.
   */
  double lateMillis(double percentile) {
    return sent.getValueAtPercentile(percentile) / 1e3;
  }

  /** Of what was refused, in milliseconds. */
  double refusedMillis(double percentile) {
    return refused.getValueAtPercentile(percentile) / 1e3;
  }

  private static long micros(long nanos) {
    return Math.min(LONGEST_MICROS, nanos / 1_000);
  }
}
