package org.openhersys.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

/**
 * Measures the system and prints the table. The property {@code openhersys.root} is the checkout.
 */
public final class Main {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Main() {}

  /** Starts the system fresh, measures, and writes the report. */
  public static void main(String[] arguments) throws IOException {
    try (InputStream logging = Main.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(logging);
    }
    Path root = Path.of(System.getProperty("openhersys.root", ".")).toAbsolutePath().normalize();
    LoadOptions options = LoadOptions.parse(root, List.of(arguments));
    Report report = new Report(Files.createDirectories(options.report()));
    try (Stage stage = Stage.start(root, options.data(), OUT)) {
      if (!GeneratorPriority.raise()) {
        OUT.println("» the generator waits among the others: only root can put it first");
      }
      measurements(root, options)
          .forEach(
              (name, measurement) -> {
                if (options.wants(name)) {
                  OUT.println("» measuring: " + name);
                  report.add(measurement.measure(stage, report));
                  report.write(command(arguments), machine());
                  OUT.println(report.table());
                }
              });
    }
    OUT.println("» " + options.report().resolve("report.md"));
    System.exit(0);
  }

  private static Map<String, Measurement> measurements(Path root, LoadOptions options) {
    Duration warm = options.warm();
    Duration each = options.each();
    Map<String, Measurement> all = new LinkedHashMap<>();
    all.put("single", new SingleIntake(warm, each, options.rounds()));
    all.put("visible", new EventToCase(each));
    all.put("lists", new Lists(warm.dividedBy(3), each.dividedBy(2)));
    all.put("overload", new Overload(each));
    all.put("batch", new BatchIntake(each, options.rows()));
    if (HapiPeer.isBuilt(root) || options.only().contains("hapi")) {
      all.put("hapi", new BesideHapi(root, warm, each, options.rounds()));
    }
    all.put("scale", new Scale(warm.dividedBy(5), each, options.cases()));
    return all;
  }

  private static String command(String[] arguments) {
    return ("./deploy/load/run " + String.join(" ", arguments)).strip();
  }

  private static String machine() {
    return "%d cores, %s %s, JDK %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"));
  }
}
