package org.openhersys.notification.draft;

import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Scene;
import org.openhersys.notification.submission.Notifying;

/** A draft that a clerk of an institution has typed, and one of the institution's centre. */
public final class DraftScene implements Scene {
  private final Notifying notifying = new Notifying();
  private final Login clerk = Directory.person(notifying.institution, Role.CLERK);
  private final UUID id = Drafting.typed(clerk);
  private final UUID ofTheCentre =
      Drafting.typed(Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF));
  private final UUID above = Directory.organisation("LOCAL_GOVERNMENT", "架空県", null);

  public DraftScene() {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update identity.organisation set parent_id = ? where id = ?",
                    above,
                    notifying.centre));
  }

  @Override
  public Asking asking(String operation, String caller) {
    return asking(operation, Asking.by(somebody(caller)), id);
  }

  /** Of somebody with that role or scope, at the organisation that keeps the draft. */
  public Asking askingByRole(String operation, String caller) {
    boolean ofTheInstitution =
        switch (caller) {
          case "PHYSICIAN", "CLERK", "INSTITUTION_MANAGER" -> true;
          default -> false;
        };
    return asking(
        operation,
        Asking.by(caller, ofTheInstitution ? notifying.institution : notifying.centre),
        ofTheInstitution ? id : ofTheCentre);
  }

  private Login somebody(String column) {
    return switch (column) {
      case "clerk" -> clerk;
      case "colleague" -> Directory.person(notifying.institution, Role.CLERK);
      case "physician" -> Directory.person(notifying.institution, Role.PHYSICIAN);
      case "manager" -> Directory.person(notifying.institution, Role.INSTITUTION_MANAGER);
      case "institution" -> Directory.person(Directory.institution("131016"), Role.PHYSICIAN);
      case "receiving" -> Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
      case "above" -> Directory.person(above, Role.LOCAL_GOVERNMENT_STAFF);
      default -> throw new IllegalArgumentException(column);
    };
  }

  private static Asking asking(String operation, Asking asking, UUID draft) {
    return switch (operation) {
      case "listDrafts" -> asking.lookingFor(draft);
      case "createDraft" -> asking.again();
      case "changeDraft", "discardDraft", "reportDraft" ->
          asking.of("id", draft).matching(Drafting.tag(draft, 1));
      default -> asking.of("id", draft);
    };
  }
}
