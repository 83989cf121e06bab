package org.openhersys.tracking.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseOf;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.timeOver;
import static org.openhersys.tracking.Handing.governmentAbove;
import static org.openhersys.tracking.Handing.right;
import static org.openhersys.tracking.Handing.shared;
import static org.openhersys.tracking.Handing.unshared;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.Submission;

/**
 * The table "Who sees a case": the case by its service, the notification by what
 * notification-service's own role sees.
 */
@QuarkusTest
class WhoSeesTheNotificationTest {
  private static final int ALL = 200;
  private static final int NOTHING = 404;

  private final Login receiving = staffOf(Directory.healthCentre());
  private final Login giver = staffOf(Directory.healthCentre());
  private final Login taker = staffOf(Directory.healthCentre());
  private final Login related = staffOf(Directory.healthCentre());
  private final Login stranger = staffOf(Directory.healthCentre());
  private Submission submission;
  private Login sender;
  private Login government;
  private UUID caseId;
  private UUID handover;

  @BeforeEach
  void aRequestOfACentreThatDidNotReceiveTheNotification() {
    submission = Submission.to(receiving.organisation());
    sender = Directory.person(submission.institution(), Role.PHYSICIAN);
    government = governmentAbove(receiving.organisation(), giver.organisation());
    caseId = caseOf(submission);
    accepted(requested(caseId, receiving, giver.organisation()), giver);
    handover = requested(caseId, giver, taker.organisation());
  }

  @Test
  void beforeAcceptance() {
    assertSees(receiving, ALL, true);
    assertSees(giver, ALL, true);
    assertSees(taker, NOTHING, false);
    assertSees(stranger, NOTHING, false);
    assertSees(sender, 403, true);
    assertSees(government, 403, false);
    as(taker).get("/api/v1/handovers/" + handover).then().statusCode(200);
  }

  @Test
  void afterAcceptance() {
    accepted(handover, taker);

    assertSees(receiving, ALL, true);
    assertSees(giver, ALL, true);
    assertSees(taker, ALL, true);
    assertSees(stranger, NOTHING, false);
    assertSees(sender, 403, true);
    assertSees(government, 403, false);
  }

  @Test
  void aGiverOnlyUntilItsThirtyDaysAreOverAndAReceivingGiverForEver() {
    accepted(handover, taker);
    timeOver(caseId, giver.organisation());
    timeOver(caseId, receiving.organisation());

    assertSees(giver, NOTHING, false);
    assertSees(receiving, ALL, true);
  }

  @Test
  void aRelatedCentreUntilItsDayIsOverOrItIsRemoved() {
    shared(giver, caseId, related.organisation(), right("WRITE", "2999-12-31")).statusCode(200);
    shared(giver, caseId, stranger.organisation(), right("READ")).statusCode(200);
    assertSees(related, ALL, true);
    assertSees(stranger, ALL, true);
    timeOver(caseId, related.organisation());
    unshared(giver, caseId, stranger.organisation()).statusCode(200);

    assertSees(related, NOTHING, false);
    assertSees(stranger, NOTHING, false);
  }

  private void assertSees(Login login, int theCase, boolean theNotification) {
    assertEquals(theCase, as(login).get("/api/v1/cases/" + caseId).statusCode());
    for (String rows :
        new String[] {
          "notification.notification where course_id",
          "notification.published_notification where course_id",
          "notification.course where id"
        }) {
      assertEquals(theNotification ? 1 : 0, notifications(login, rows), rows);
    }
  }

  private int notifications(Login login, String rows) {
    return HersysDatabase.as("hersys_notification")
        .inTransaction(
            h -> {
              login.enter(h);
              return h.select("select count(*) from " + rows + " = ?", submission.courseId())
                  .mapTo(Integer.class)
                  .one();
            });
  }
}
