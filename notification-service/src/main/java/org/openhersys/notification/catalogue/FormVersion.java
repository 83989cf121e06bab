package org.openhersys.notification.catalogue;

import java.time.LocalDate;
import java.util.Map;

/**
 * 様式の版: a version of the form. A notification is always read by the version that was in force when
 * it was first reported.
 *
 * @param label what it is called in documents and in the contract, for example {@code 2020-10}
 * @param from first day in Japan
 * @param fourGroupsWarn days of diagnosis on which whoever is in none of the four groups is told of
 * @param fourGroupsRefuse days of diagnosis on which only the four groups are notified by name
 * @param demands what it wants of each item, by the item's pointer
 */
public record FormVersion(
    String label,
    LocalDate from,
    Days fourGroupsWarn,
    Days fourGroupsRefuse,
    Map<String, Demand> demands) {

  /** What it wants of the item at this pointer; an item that no version knows is not on it. */
  public Demand demand(String pointer) {
    return demands.getOrDefault(pointer, Demand.ABSENT);
  }

  /** Whether the item is part of the minimum set ([S5]). */
  public boolean requires(String pointer) {
    return demand(pointer) == Demand.MUST;
  }

  @Override
  public String toString() {
    return label;
  }
}
