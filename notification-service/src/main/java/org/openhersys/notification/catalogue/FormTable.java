package org.openhersys.notification.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Text;

/** The table of items and versions, as it is written. */
record FormTable(List<FormItem> items, List<FormVersion> versions) {
  private static final String TABLE = "/form/form-6-1.csv";
  private static final int HEAD = 4;
  private static final int FIRST_VERSION = 9;

  static FormTable read() {
    List<String[]> rows = Table.rows(TABLE);
    String[] header = rows.get(0);
    String[] from = rows.get(1);
    List<String[]> items = rows.subList(HEAD, rows.size());
    List<FormVersion> versions = new ArrayList<>();
    for (int column = FIRST_VERSION; column < header.length; column++) {
      versions.add(
          new FormVersion(
              header[column],
              LocalDate.parse(from[column]),
              Days.of(rows.get(2)[column]),
              Days.of(rows.get(3)[column]),
              demands(items, column)));
    }
    return new FormTable(items.stream().map(FormTable::item).toList(), List.copyOf(versions));
  }

  private static FormItem item(String[] row) {
    return new FormItem(
        row[0],
        row[1].isEmpty() ? null : row[1],
        new Text(row[2], row[3]),
        number(row[4]),
        number(row[5]),
        number(row[6]),
        row[7].isEmpty() ? null : row[7],
        AskedOf.valueOf(row[8]));
  }

  private static @Nullable Integer number(String cell) {
    return cell.isEmpty() ? null : Integer.valueOf(cell);
  }

  private static Map<String, Demand> demands(List<String[]> items, int column) {
    Map<String, Demand> demands = new LinkedHashMap<>();
    items.forEach(row -> demands.put(row[0], Demand.of(row[column])));
    return Map.copyOf(demands);
  }
}
