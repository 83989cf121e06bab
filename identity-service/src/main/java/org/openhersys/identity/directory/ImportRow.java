package org.openhersys.identity.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file.
 *
 * @param line where it begins; the header row is line 1
 * @param cells empty ones are left out
 */
record ImportRow(long line, Map<Column, String> cells) {

  /** The cell as it was written, or null when it is empty. */
  @Nullable String text(Column column) {
    return cells.get(column);
  }

  /** The cell without white space around it, or null when it is empty. */
  @Nullable String code(Column column) {
    String text = cells.get(column);
    return text == null ? null : text.strip();
  }

  /** 所管区域: municipality codes separated by spaces, also full-width ones. */
  List<String> jurisdiction() {
    String text = code(Column.JURISDICTION);
    return text == null ? List.of() : Arrays.asList(text.split("[\\s\\u3000]+"));
  }

  String at(Column column) {
    return column.at(line);
  }
}
