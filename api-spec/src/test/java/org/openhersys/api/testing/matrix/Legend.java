package org.openhersys.api.testing.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhersys.api.caller.Role;
import org.openhersys.api.caller.Scopes;

/**
 * Who the columns of the first table are.
 *
 * @param callers name of a {@link Role} or of a scope, or {@link #NOBODY}; by what stands above the
 *     column
 */
record Legend(Map<String, String> callers) {
  /** Who has no token. */
  static final String NOBODY = "nobody";

  static final List<String> SCOPES =
      List.of(Scopes.NOTIFICATION_WRITE, Scopes.NOTIFICATION_READ, Scopes.CASE_READ);

  private static final String FIRST_COLUMN = "column";

  /** From the table whose first column is {@code column}, its second the name. */
  static Legend read(String document) {
    Map<String, String> callers = new LinkedHashMap<>();
    for (String line : document.lines().toList()) {
      List<String> cells = Table.cells(line);
      if (cells.size() > 1 && cells.get(1).startsWith("`") && !cells.get(0).equals(FIRST_COLUMN)) {
        callers.put(cells.get(0), cells.get(1).replace("`", ""));
      }
    }
    return new Legend(callers);
  }

  /** Everybody whom there is. */
  static List<String> everybody() {
    List<String> everybody = new ArrayList<>(List.of(NOBODY));
    Arrays.stream(Role.values()).map(Role::name).forEach(everybody::add);
    everybody.addAll(SCOPES);
    return everybody;
  }
}
