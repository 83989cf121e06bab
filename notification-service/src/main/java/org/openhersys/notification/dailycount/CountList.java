package org.openhersys.notification.dailycount;

import org.openhersys.api.caller.Caller;

/** Whose counts of which days: what an organisation reported, or what was reported in its area. */
record CountList(Side side, CountPeriod period) {

  /** What the caller's organisation has to do with the counts. */
  enum Side {
    OWN("c.reporter_organisation_id = :organisation"),
    /** Its own area, and for a local government the areas of all below it. */
    AREA(
        "c.area_organisation_id = any (array(select cast(:organisation as uuid) union all select identity.organisations_below(:organisation)))");

    private final String condition;

    Side(String condition) {
      this.condition = condition;
    }

    /** In SQL, of {@code c} and {@code :organisation}. */
    String condition() {
      return condition;
    }
  }

  static CountList of(Caller caller, CountPeriod period) {
    return new CountList(
        switch (caller.role()) {
          case HEALTH_CENTRE_STAFF, HEALTH_CENTRE_MANAGER, LOCAL_GOVERNMENT_STAFF -> Side.AREA;
          default -> Side.OWN;
        },
        period);
  }

  /** The filter as one text, for the cursor. */
  String text() {
    return side + " " + period.text();
  }
}
