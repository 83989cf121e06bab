package org.openhersys.notification.batch;

import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Scene;
import org.openhersys.notification.submission.Notifying;

/** A batch that the record system of an institution has sent, and that waits. */
public final class BatchScene implements Scene {
  private final Notifying notifying = new Notifying();
  private final UUID batch = Batching.waiting(notifying.ehr);
  private final UUID above = Directory.organisation("LOCAL_GOVERNMENT", "架空県", null);

  public BatchScene() {
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
    return asking(operation, Asking.by(somebody(caller)));
  }

  /** Of somebody with that role or scope, of the organisation that has sent it. */
  public Asking askingByRole(String operation, String caller) {
    return asking(operation, Asking.by(caller, notifying.institution));
  }

  private Login somebody(String column) {
    return switch (column) {
      case "sender" -> notifying.ehr;
      case "physician" -> Directory.person(notifying.institution, Role.PHYSICIAN);
      case "clerk" -> Directory.person(notifying.institution, Role.CLERK);
      case "institution" -> Directory.person(Directory.institution("011011"), Role.PHYSICIAN);
      case "receiving" -> Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
      case "above" -> Directory.person(above, Role.LOCAL_GOVERNMENT_STAFF);
      default -> throw new IllegalArgumentException(column);
    };
  }

  private Asking asking(String operation, Asking asking) {
    return switch (operation) {
      case "submitBatch" -> asking.sending(Notifying.json(Notifying.confirmed())).again();
      case "listBatches" -> asking.lookingFor(batch);
      default -> asking.of("id", batch);
    };
  }
}
