package org.openhersys.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhersys.local.PrivateFile;

/**
 * The file that says which processes a launcher has started, so that they can be stopped when the
 * launcher itself was killed. A line each: name, process id, start in milliseconds since 1970. The
 * first is the launcher.
 */
public final class ProcessRecords {
  private static final String LAUNCHER = "launcher";

  private final Path file;
  private final Map<String, ProcessRecord> records = new LinkedHashMap<>();

  private ProcessRecords(Path file) {
    this.file = file;
  }

  /** Begins anew: the file then holds this launcher alone. */
  public static ProcessRecords begin(Path file) {
    ProcessRecords records = new ProcessRecords(file);
    records.put(LAUNCHER, ProcessHandle.current());
    return records;
  }

  /** Notes a process in place of an earlier one of that name. */
  public synchronized void put(String name, ProcessHandle process) {
    records.put(name, ProcessRecord.of(name, process));
    write();
  }

  public synchronized void remove(String name) {
    if (records.remove(name) != null) {
      write();
    }
  }

  /**
   * What the launcher with that process id has started, in order; nothing if the file is not its.
   */
  static List<ProcessRecord> ofLauncher(Path file, long launcher) {
    List<ProcessRecord> all = read(file);
    return !all.isEmpty() && all.get(0).pid() == launcher ? all.subList(1, all.size()) : List.of();
  }

  /** What the last launcher has started, in order. */
  static List<ProcessRecord> ofLastLauncher(Path file) {
    List<ProcessRecord> all = read(file);
    return all.isEmpty() ? all : all.subList(1, all.size());
  }

  private static List<ProcessRecord> read(Path file) {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(ProcessRecord::parse).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    StringBuilder lines = new StringBuilder();
    records.values().forEach(record -> lines.append(record.line()).append('\n'));
    PrivateFile.write(file, lines.toString());
  }
}
