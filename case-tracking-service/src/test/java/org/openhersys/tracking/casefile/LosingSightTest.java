package org.openhersys.tracking.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.logged;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.waitUntil;
import static org.openhersys.tracking.Handing.right;
import static org.openhersys.tracking.Handing.shared;
import static org.openhersys.tracking.Handing.unshared;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

@QuarkusTest
class LosingSightTest {
  private final Login responsible = staffOf(Directory.healthCentre());
  private final Login related = staffOf(Directory.healthCentre());

  @Test
  void whoLosesSightAmidReadingIsNotToldOfACaseWithoutItsNotifications() {
    UUID caseId = caseAt(responsible.organisation());
    shared(responsible, caseId, related.organisation(), right("READ")).statusCode(200);
    CompletableFuture<Integer> read;
    try (Handle held = HersysDatabase.owner().open()) {
      held.begin();
      // The case is read, then its notifications: those are kept back.
      held.execute("lock table notification.revision in access exclusive mode");
      read =
          CompletableFuture.supplyAsync(
              () -> as(related).get("/api/v1/cases/" + caseId).statusCode());
      waitUntil(() -> HersysDatabase.isWaiting("hersys_tracking"));
      unshared(responsible, caseId, related.organisation()).statusCode(200);
      held.commit();
    }

    assertEquals(404, read.join());
    assertEquals(1, logged(related, "case.read", "DENIED", caseId));
  }
}
