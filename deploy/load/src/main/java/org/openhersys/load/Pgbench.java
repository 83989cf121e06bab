package org.openhersys.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhersys.local.database.DatabasePreparation;

/**
 * The database's own limit: the same rows by PostgreSQL's {@code pgbench}, without our services.
 */
final class Pgbench {
  private static final Pattern TPS = Pattern.compile("^tps = ([0-9.]+)", Pattern.MULTILINE);

  private final Stage stage;

  Pgbench(Stage stage) {
    this.stage = stage;
  }

  /** Transactions a second of a script. */
  double perSecond(String script, int clients, Duration length) {
    try {
      Path file = Files.createTempFile("openhersys-load", ".sql");
      try {
        Files.writeString(file, script);
        ProcessBuilder command =
            new ProcessBuilder(
                List.of(
                    "pgbench",
                    "-h",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(stage.ports().postgres()),
                    "-U",
                    "postgres",
                    "-n",
                    "-M",
                    "prepared",
                    "-c",
                    Integer.toString(clients),
                    "-j",
                    "2",
                    "-T",
                    Long.toString(length.toSeconds()),
                    "-f",
                    file.toString(),
                    DatabasePreparation.DATABASE));
        command.environment().put("PGPASSWORD", stage.databasePassword());
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher tps = TPS.matcher(said);
        if (process.waitFor() != 0 || !tps.find()) {
          throw new IllegalStateException("pgbench: " + said);
        }
        return Double.parseDouble(tps.group(1));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "pgbench is needed (Debian: postgresql-client, postgresql)", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
