package org.openhersys.notification.dailycount;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhersys.notification.catalogue.Table;

/**
 * 年齢階級: the bands by which is counted, as the table {@code dailycount/age-bands.csv} has them.
 *
 * @param items youngest first
 */
public record AgeBands(List<AgeBand> items) {

  /** The bands in use. */
  public static final AgeBands IN_USE =
      new AgeBands(
          Table.rows("/dailycount/age-bands.csv").stream().skip(1).map(AgeBands::band).toList());

  /** Their codes, youngest first. */
  List<String> codes() {
    return items.stream().map(AgeBand::code).toList();
  }

  /** Counts by band, youngest first; bands of another table behind them. */
  <T> Map<String, T> inOrder(Map<String, T> counts) {
    Map<String, T> ordered = new LinkedHashMap<>();
    codes().stream().filter(counts::containsKey).forEach(c -> ordered.put(c, counts.get(c)));
    counts.forEach(ordered::putIfAbsent);
    return ordered;
  }

  private static AgeBand band(String[] row) {
    return new AgeBand(
        row[0],
        Integer.parseInt(row[1]),
        row[2].isEmpty() ? null : Integer.valueOf(row[2]),
        row[3],
        row[4]);
  }
}
