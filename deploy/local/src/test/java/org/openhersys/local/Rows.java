package org.openhersys.local;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What every table of the system holds at a moment, as the number of its rows and a digest of them.
 * What is meant to outlive a failure does not count: DENIED rows of the access log, and the delay
 * that every attempt at a door leaves.
 */
record Rows(Map<String, String> byTable) {
  private static final String TABLES =
      """
      select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in (select nspname from pg_namespace where nspowner = 'hersys_owner'::regrole)
        and n.nspname <> 'migration' and c.oid <> 'identity.login_delay'::regclass
      order by 1
      """;

  /** Every table of the system's schemas: one that is added tomorrow is among them. */
  static Iterable<String> tables(Superuser superuser) {
    return superuser.column(TABLES);
  }

  static Rows of(Superuser superuser) {
    Map<String, String> byTable = new TreeMap<>();
    String all =
        superuser.column(TABLES).stream()
            .map(
                table ->
                    "select '%s ' || count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %s t%s"
                        .formatted(
                            table,
                            table,
                            table.equals("audit.access_log") ? " where outcome <> 'DENIED'" : ""))
            .collect(Collectors.joining(" union all "));
    for (String line : superuser.column(all)) {
      String[] parts = line.split(" ", 2);
      byTable.put(parts[0], parts[1]);
    }
    return new Rows(byTable);
  }

  /** The tables that differ. */
  List<String> differences(Rows other) {
    return byTable.keySet().stream()
        .filter(table -> !byTable.get(table).equals(other.byTable.get(table)))
        .toList();
  }
}
