package org.openhersys.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Processor time that each process of an installation has used, in milliseconds: PostgreSQL with
 * all its backends, also those that have ended. Read from Linux's {@code /proc}.
 */
record ProcessTimes(Map<String, Double> millis, Map<String, Long> pids) {
  static final String POSTGRES = "postgres";

  /** This process: the generator, and the mail server and proxy of the local installation. */
  static final String LAUNCHER = "launcher";

  /** Clock ticks of {@code /proc}, which Linux fixes for user space. */
  private static final double MILLIS_PER_TICK = 10;

  /**
   * @param processes the file of the launcher: a line each, name and process id
   */
  static ProcessTimes of(Path processes) {
    Map<String, Double> millis = new LinkedHashMap<>();
    Map<String, Long> pids = new LinkedHashMap<>();
    for (String line : lines(processes)) {
      String[] parts = line.split(" ", -1);
      long pid = Long.parseLong(parts[1]);
      pids.put(parts[0], pid);
      millis.put(parts[0], parts[0].equals(POSTGRES) ? withChildren(pid) : own(pid));
    }
    return new ProcessTimes(millis, pids);
  }

  /** What was used since then. */
  ProcessTimes since(ProcessTimes before) {
    return new ProcessTimes(
        millis.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    now -> now.getValue() - before.millis.getOrDefault(now.getKey(), 0.0))),
        pids);
  }

  /** Its process id; what does not run is refused: a signal to -1 would reach everybody. */
  long pid(String process) {
    Long pid = pids.get(process);
    if (pid == null) {
      throw new IllegalStateException(process + " does not run");
    }
    return pid;
  }

  double of(String process) {
    return millis.getOrDefault(process, Double.NaN);
  }

  private static double withChildren(long pid) {
    double sum = ticks(pid, 13, 14, 15, 16);
    for (ProcessHandle child :
        ProcessHandle.of(pid).map(p -> p.children().toList()).orElse(List.of())) {
      sum += ticks(child.pid(), 13, 14);
    }
    return sum * MILLIS_PER_TICK;
  }

  private static double own(long pid) {
    return ticks(pid, 13, 14) * MILLIS_PER_TICK;
  }

  /** The sum of those fields of {@code /proc/<pid>/stat}, counted from 0; 0 if it has ended. */
  private static double ticks(long pid, int... fields) {
    List<String> lines = lines(Path.of("/proc/" + pid + "/stat"));
    if (lines.isEmpty()) {
      return 0;
    }
    String line = lines.get(0);
    String[] rest = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return Arrays.stream(fields).mapToLong(field -> Long.parseLong(rest[field - 2])).sum();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (java.nio.file.NoSuchFileException ended) {
      return List.of();
    } catch (IOException e) {
      if (file.startsWith("/proc")) {
        return List.of();
      }
      throw new UncheckedIOException(e);
    }
  }
}
