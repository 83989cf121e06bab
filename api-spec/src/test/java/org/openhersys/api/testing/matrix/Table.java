package org.openhersys.api.testing.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may do what with one thing: an operation a row, a caller a column.
 *
 * @param subject the heading that it stands under, and {@code callers}: what is written in ASCII,
 *     where anything is; the rest is the same in Japanese
 * @param rows a cell for each caller, by {@code operationId}
 */
record Table(String subject, List<String> callers, Map<String, List<Expected>> rows) {
  private static final String FIRST_COLUMN = "operation";

  /**
   * Every such table of a document in Markdown; other tables are left alone.
   *
   * @throws IllegalArgumentException that says which line cannot be read
   */
  static List<Table> read(String document) {
    List<Table> tables = new ArrayList<>();
    String subject = "";
    boolean inside = false;
    for (String line : document.lines().toList()) {
      List<String> cells = cells(line);
      if (line.startsWith("#")) {
        subject = key(line.replaceFirst("^#+", ""));
      }
      if (cells.isEmpty()) {
        inside = false;
      } else if (cells.get(0).startsWith(FIRST_COLUMN)) {
        List<String> callers = cells.stream().skip(1).map(Table::key).toList();
        tables.add(new Table(subject, callers, new LinkedHashMap<>()));
        inside = true;
      } else if (inside && !line.matches("[|: -]+")) {
        tables.get(tables.size() - 1).add(line, cells);
      }
    }
    return tables;
  }

  /** The cells of a line of a table in Markdown; none when it is none. */
  static List<String> cells(String line) {
    return line.startsWith("|")
        ? Arrays.stream(line.substring(1).split("\\|", 0)).map(String::strip).toList()
        : List.of();
  }

  private void add(String line, List<String> cells) {
    String operation = cells.get(0).replace("`", "");
    if (cells.size() != callers.size() + 1) {
      throw new IllegalArgumentException(
          "%s: %d cells for %d callers: %s"
              .formatted(subject, cells.size() - 1, callers.size(), line));
    }
    List<Expected> row = cells.stream().skip(1).map(Expected::written).toList();
    if (rows.putIfAbsent(operation, row) != null) {
      throw new IllegalArgumentException("%s: %s stands there twice".formatted(subject, operation));
    }
  }

  private static String key(String written) {
    String ascii = written.replaceAll("[^ -~]+", "").strip();
    return ascii.isEmpty() ? written.strip() : ascii;
  }
}
