package org.openhersys.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process as it can be found again. The id alone would not do: the system gives it to somebody
 * else later.
 *
 * @param started when the process began; {@link Instant#EPOCH} when the system did not tell
 */
record ProcessRecord(String name, long pid, Instant started) {

  /** The system derives the start from the time since boot, which may drift a little. */
  private static final Duration DRIFT = Duration.ofSeconds(2);

  static ProcessRecord of(String name, ProcessHandle process) {
    return new ProcessRecord(
        name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  static ProcessRecord parse(String line) {
    String[] parts = line.split(" ", -1);
    return new ProcessRecord(
        parts[0], Long.parseLong(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2])));
  }

  String line() {
    return name + " " + pid + " " + started.toEpochMilli();
  }

  /**
   * The very process that was recorded, if it still runs; never another one that has its id now.
   */
  Optional<ProcessHandle> running() {
    return ProcessHandle.of(pid)
        .filter(Leftovers::runs)
        .filter(process -> process.info().startInstant().filter(this::isMine).isPresent());
  }

  private boolean isMine(Instant start) {
    return Duration.between(started, start).abs().compareTo(DRIFT) <= 0;
  }
}
