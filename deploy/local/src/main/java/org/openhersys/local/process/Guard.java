package org.openhersys.local.process;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A small process beside the launcher that stops everything when the launcher is killed: it notices
 * by the end of its standard input, whose other end the launcher alone holds.
 */
public final class Guard {
  private Guard() {}

  /**
   * Waits for the launcher's end.
   *
   * @param arguments the record of processes, and the launcher's process id
   */
  public static void main(String[] arguments) throws IOException {
    Path records = Path.of(arguments[0]);
    long launcher = Long.parseLong(arguments[1]);
    while (System.in.read() >= 0) {
      // Nobody writes; only the end matters.
    }
    Leftovers.stopThoseOf(records, launcher);
  }

  /** The command that starts a guard for this launcher, small and without any framework. */
  public static ProcessBuilder command(Path records) {
    return JavaCommand.of(
        "-Xmx16m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        Guard.class.getName(),
        records.toString(),
        Long.toString(ProcessHandle.current().pid()));
  }
}
