package org.openhersys.notification.catalogue;

import java.util.Locale;

/** How much a form version wants an item. */
public enum Demand {
  /** Minimum set ([S5]): without it the notification is refused. */
  MUST,
  /** Minimum set, in one entry of the list; in the others as {@link #ASKS}. */
  ONE,
  /** Told as missing while it is absent; that blocks nothing. */
  ASKS,
  /** Taken, not asked for. */
  MAY,
  /** Not on the form; kept where it is given all the same. */
  ABSENT;

  static Demand of(String cell) {
    return cell.equals("-") ? ABSENT : valueOf(cell.toUpperCase(Locale.ROOT));
  }

  /** Whether a form without the item is not yet whole. */
  boolean wants() {
    return this == MUST || this == ONE || this == ASKS;
  }
}
