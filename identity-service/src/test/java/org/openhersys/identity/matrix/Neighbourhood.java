package org.openhersys.identity.matrix;

import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.identity.Area;

/** Two areas, and the people of both who manage something. */
final class Neighbourhood {
  final Area here = Area.create();
  final Area elsewhere = Area.create();
  final UUID ministry = Directory.organisation("NATIONAL", "架空省", null);

  Login somebody(String column) {
    return switch (column) {
      case "ministry" -> Directory.person(ministry, Role.NATIONAL_ADMINISTRATOR);
      case "government" -> Directory.person(here.government(), Role.LOCAL_GOVERNMENT_STAFF);
      case "centre" -> Directory.person(here.centre(), Role.HEALTH_CENTRE_MANAGER);
      case "institution" -> Directory.person(here.hospital(), Role.INSTITUTION_MANAGER);
      case "other government" ->
          Directory.person(elsewhere.government(), Role.LOCAL_GOVERNMENT_STAFF);
      case "other centre" -> Directory.person(elsewhere.centre(), Role.HEALTH_CENTRE_MANAGER);
      case "other institution" -> Directory.person(elsewhere.hospital(), Role.INSTITUTION_MANAGER);
      default -> throw new IllegalArgumentException(column);
    };
  }

  /** Where somebody with that role works, if it is a role that manages; else the centre. */
  UUID organisationOf(String role) {
    return switch (role) {
      case "NATIONAL_ADMINISTRATOR" -> ministry;
      case "LOCAL_GOVERNMENT_STAFF" -> here.government();
      case "INSTITUTION_MANAGER" -> here.hospital();
      default -> here.centre();
    };
  }
}
