package org.openhersys.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Processes that outlived the launcher that started them. */
public final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Leftovers() {}

  /**
   * Stops what the last launcher with this record has left running, the last started first.
   *
   * @return the names of the processes stopped
   */
  public static List<String> stop(Path records) {
    return stop(ProcessRecords.ofLastLauncher(records));
  }

  /** The same, for one launcher alone: a later one may have written its own record already. */
  static List<String> stopThoseOf(Path records, long launcher) {
    return stop(ProcessRecords.ofLauncher(records, launcher));
  }

  /**
   * Stops one process if it is still the one that began at that time.
   *
   * @return whether there was anything to stop
   */
  public static boolean stop(String name, long pid, Instant started) {
    return !stop(List.of(new ProcessRecord(name, pid, started))).isEmpty();
  }

  /** Asks a process to end, and ends it after ten seconds. */
  static void end(ProcessHandle process) {
    ask(process);
    if (!ended(process)) {
      process.destroyForcibly();
      ended(process);
    }
  }

  /** PostgreSQL waits for all its clients when terminated; when interrupted it sends them away. */
  private static void ask(ProcessHandle process) {
    if (process.info().command().filter(c -> Path.of(c).endsWith("postgres")).isEmpty()) {
      process.destroy();
      return;
    }
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> stop(List<ProcessRecord> records) {
    List<String> stopped = new ArrayList<>();
    for (int i = records.size() - 1; i >= 0; i--) {
      ProcessRecord record = records.get(i);
      record
          .running()
          .ifPresent(
              process -> {
                end(process);
                stopped.add(record.name());
              });
    }
    return stopped;
  }

  /** A dead process that nobody has collected yet has an id but no program any more. */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static boolean ended(ProcessHandle process) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (runs(process) && System.nanoTime() < deadline) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !runs(process);
  }
}
