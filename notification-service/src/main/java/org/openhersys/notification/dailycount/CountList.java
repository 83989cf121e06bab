package org.openhersys.notification.dailycount;

import java.util.EnumSet;
import java.util.Set;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;

/** Whose counts of which days: what an organisation reported, or what was reported in its area. */
record CountList(Side side, CountPeriod period) {
  // A record system has no role, and no area.
  private static final Set<Role> WITH_AN_AREA =
      EnumSet.of(Role.HEALTH_CENTRE_STAFF, Role.HEALTH_CENTRE_MANAGER, Role.LOCAL_GOVERNMENT_STAFF);

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
    return new CountList(WITH_AN_AREA.contains(caller.role()) ? Side.AREA : Side.OWN, period);
  }

  /** The filter as one text, for the cursor. */
  String text() {
    return side + " " + period.text();
  }
}
