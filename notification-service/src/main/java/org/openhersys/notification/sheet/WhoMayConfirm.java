package org.openhersys.notification.sheet;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.notification.confirmation.ConfirmationState;

/**
 * 保健所確認 is for the staff of the receiving centre (届出先), once, and once more where it was changed
 * since; and for another person than those who entered it there, in any revision since the one that
 * was last confirmed, unless the centre's setting says otherwise ([S14-2]). Warnings and open
 * questions keep nobody from it.
 */
final class WhoMayConfirm {
  private static final Set<Role> STAFF =
      EnumSet.of(Role.HEALTH_CENTRE_STAFF, Role.HEALTH_CENTRE_MANAGER);

  private WhoMayConfirm() {}

  /** What keeps the caller from it, the weightiest first; nothing where the caller may. */
  static Optional<ConfirmationObstacle> obstacle(Caller caller, KeptSheet sheet) {
    if (caller.role() == null || !STAFF.contains(caller.role())) {
      return Optional.of(ConfirmationObstacle.ROLE_MAY_NOT);
    }
    if (!caller.organisationId().equals(sheet.receivingHealthCentre().id())) {
      return Optional.of(ConfirmationObstacle.NOT_THE_RECEIVING_CENTRE);
    }
    if (sheet.state() == ConfirmationState.WITHDRAWN) {
      return Optional.of(ConfirmationObstacle.WITHDRAWN);
    }
    if (sheet.state() == ConfirmationState.CONFIRMED && sheet.changedAt() == null) {
      return Optional.of(ConfirmationObstacle.CONFIRMED_ALREADY);
    }
    if (!sheet.samePersonMayConfirm()
        && sheet.enteredUnconfirmed().stream()
            .anyMatch(entering -> SamePerson.is(caller, entering))) {
      return Optional.of(ConfirmationObstacle.SAME_PERSON);
    }
    return Optional.empty();
  }
}
