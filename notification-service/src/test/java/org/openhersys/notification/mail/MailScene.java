package org.openhersys.notification.mail;

import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Scene;

/** A mail to a health centre that could not be sent, because the centre has no address. */
public final class MailScene implements Scene {
  private final UUID centre = Directory.healthCentre();
  private final UUID above = Directory.organisation("LOCAL_GOVERNMENT", "架空県", null);
  private final UUID mail = Mailing.posted(MailKind.HANDOVER_REQUESTED, centre);

  public MailScene() {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update identity.organisation set parent_id = ? where id = ?", above, centre));
  }

  @Override
  public Asking asking(String operation, String caller) {
    return asking(operation, Asking.by(somebody(caller)));
  }

  /** Of somebody with that role or scope, at the centre. */
  public Asking askingByRole(String operation, String caller) {
    return asking(operation, Asking.by(caller, centre));
  }

  private Login somebody(String column) {
    return switch (column) {
      case "manager" -> Directory.person(centre, Role.HEALTH_CENTRE_MANAGER);
      case "staff" -> Directory.person(centre, Role.HEALTH_CENTRE_STAFF);
      case "institution" ->
          Directory.person(Directory.institution("131016"), Role.INSTITUTION_MANAGER);
      case "ministry" ->
          Directory.person(
              Directory.organisation("NATIONAL", "架空省", null), Role.NATIONAL_ADMINISTRATOR);
      case "above" -> Directory.person(above, Role.LOCAL_GOVERNMENT_STAFF);
      case "stranger" -> Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_MANAGER);
      default -> throw new IllegalArgumentException(column);
    };
  }

  private Asking asking(String operation, Asking asking) {
    if (operation.equals("listMails")) {
      return asking.lookingFor(mail);
    }
    Mailing.waitUntil(() -> Mailing.state(mail).equals("PARKED"));
    return asking.of("id", mail).again();
  }
}
