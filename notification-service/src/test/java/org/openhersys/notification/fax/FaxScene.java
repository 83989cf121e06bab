package org.openhersys.notification.fax;

import java.util.Map;
import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Once;
import org.openhersys.api.testing.matrix.Scene;
import org.openhersys.notification.submission.Notifying;

/** A fax of an institution, which somebody of its centre has claimed; and one that is free. */
public final class FaxScene implements Scene {
  private final Notifying notifying = new Notifying();
  private final Login hand = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private final UUID claimed =
      Faxing.registered(hand, Map.of("institutionId", notifying.institution));
  private final Once<UUID> waiting = new Once<>(() -> Faxing.registered(hand, Map.of()));
  private final Once<UUID> settled = new Once<>(this::settled);
  private final UUID above = Directory.organisation("LOCAL_GOVERNMENT", "架空県", null);

  /** The same, closed by whoever had claimed it. */
  public static FaxScene closed() {
    FaxScene scene = new FaxScene();
    Faxing.close(scene.hand, scene.claimed, "{\"reason\": \"BLANK\"}").then().statusCode(200);
    return scene;
  }

  public FaxScene() {
    Faxing.claim(hand, claimed).then().statusCode(200);
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
    return asking(operation, Asking.by(somebody(caller)), claimed);
  }

  /** Of somebody with that role or scope, at the centre; of a fax that nobody has claimed. */
  public Asking askingByRole(String operation, String caller) {
    UUID fax = operation.equals("reopenFax") ? settled.get() : waiting.get();
    return asking(operation, Asking.by(caller, notifying.centre), fax);
  }

  private UUID settled() {
    UUID fax = Faxing.registered(hand, Map.of());
    Faxing.close(hand, fax, "{\"reason\": \"BLANK\"}").then().statusCode(200);
    return fax;
  }

  private Login somebody(String column) {
    return switch (column) {
      case "hand" -> hand;
      case "colleague" -> Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
      case "institution" -> Directory.person(notifying.institution, Role.PHYSICIAN);
      case "above" -> Directory.person(above, Role.LOCAL_GOVERNMENT_STAFF);
      case "stranger" -> Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
      default -> throw new IllegalArgumentException(column);
    };
  }

  private Asking asking(String operation, Asking asking, UUID fax) {
    return switch (operation) {
      case "listFaxes" ->
          fax.equals(claimed)
              ? asking.with("state", "CLAIMED").lookingFor(fax)
              : asking.lookingFor(fax);
      case "registerFax" -> asking.sending("%PDF-1.4 架空").again();
      case "claimFax" -> fax.equals(claimed) ? asking.again() : asking;
      case "enterFax" -> asking.of("id", fax).sending(Notifying.json(Notifying.confirmed()));
      default -> asking.of("id", fax);
    };
  }
}
