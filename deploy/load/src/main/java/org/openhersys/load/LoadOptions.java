package org.openhersys.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param data database and logs; emptied at the start
 * @param report where report and plots are written
 * @param only the measurements that are wanted; all when empty
 * @param warm how long the system is warmed before anything counts
 * @param each how long one run of a measurement lasts
 * @param rounds how often what is compared alternates
 * @param rows how many notifications are sent through batches
 * @param cases to how many cases the database is filled for the comparison of sizes
 */
record LoadOptions(
    Path data,
    Path report,
    Set<String> only,
    Duration warm,
    Duration each,
    int rounds,
    int rows,
    int cases) {

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException on an unknown option
   */
  static LoadOptions parse(Path root, List<String> arguments) {
    Path data = root.resolve("deploy/load/data");
    Path report = root.resolve("deploy/load");
    Set<String> only = Set.of();
    int warm = 90;
    int each = 20;
    int rounds = 3;
    int rows = 261_029;
    int cases = 5_000_000;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      String value = rest.hasNext() ? rest.next() : "";
      switch (option) {
        case "--data" -> data = Path.of(value).toAbsolutePath();
        case "--report" -> report = Path.of(value).toAbsolutePath();
        case "--only" -> only = Set.of(value.split(",", -1));
        case "--warm" -> warm = Integer.parseInt(value);
        case "--each" -> each = Integer.parseInt(value);
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--rows" -> rows = Integer.parseInt(value);
        case "--cases" -> cases = Integer.parseInt(value);
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return new LoadOptions(
        data,
        report,
        only,
        Duration.ofSeconds(warm),
        Duration.ofSeconds(each),
        rounds,
        rows,
        cases);
  }

  boolean wants(String measurement) {
    return only.isEmpty() || only.contains(measurement);
  }
}
