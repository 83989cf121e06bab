package org.openhersys.notification.succession;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Handling.confirm;
import static org.openhersys.notification.submission.Handling.mails;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.revisions;
import static org.openhersys.notification.submission.Handling.sheet;
import static org.openhersys.notification.submission.Handling.succeeded;
import static org.openhersys.notification.submission.Handling.withdrawn;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.submission.Custody;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

/** 追加登録 by a health centre: it is the sender of its own for as long as it may write the case. */
@QuarkusTest
class SuccessionByCentreTest {
  private static final String REVISE =
      "update notification.notification set revision = revision where number > 1";
  private static final String HOLD =
      "update notification.confirmation set version = version + 1, state = 'TO_BE_CONFIRMED'";

  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @Test
  void aCentreThatMayWriteTheCaseIsItsSenderAndTheReceivingCentreStays() {
    UUID former = notifying.submitted();
    Login responsible = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    Custody.handOver(RawSql.courseOf(former), responsible.organisation());

    UUID later = succeeded(responsible, former, confirmed());

    Notifying.read(responsible, later)
        .then()
        .body("sender.id", equalTo(responsible.organisation().toString()))
        .body("receivingHealthCentre.id", equalTo(notifying.centre.toString()));
    assertEquals(List.of("NOTIFICATION_RECEIVED 1"), mails(later, notifying.centre));
    confirm(staff, later).then().statusCode(200);
    Notifying.read(notifying.ehr, later).then().statusCode(404);
    Notifying.read(notifying.ehr, former)
        .then()
        .body("standing", equalTo("SUPERSEDED"))
        .body("supersededBy", nullValue());
    withdrawn(responsible, later).then().statusCode(200);
    patch(notifying.ehr, former, "{\"freeText\": \"追記\"}").then().statusCode(200);
  }

  @Test
  void whatACentreMayDoWithItsOneEndsWithItsRightToTheCase() {
    UUID former = notifying.submitted();
    UUID course = RawSql.courseOf(former);
    Login related = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    Custody.give(course, related.organisation(), "WRITE");
    UUID later = succeeded(related, former, confirmed());
    patch(related, later, "{\"freeText\": \"追記\"}").then().statusCode(200);

    Custody.reduce(course, related.organisation(), "custody_right = 'READ'");
    Notifying.read(related, later).then().statusCode(200);
    patch(related, later, "{\"freeText\": \"架空の追記\"}").then().statusCode(403);
    withdrawn(related, later).then().statusCode(403);
    succeeded(related, later, newKey(), json(confirmed())).then().statusCode(403);
    assertEquals(0, RawSql.<Integer>inScope(related, h -> h.execute(REVISE)));

    Custody.reduce(course, related.organisation(), "until = now() - interval '1 minute'");
    List.of(
            Notifying.read(related, later),
            sheet(related, later),
            revisions(related, later),
            patch(related, later, "{\"freeText\": \"架空の追記\"}"),
            withdrawn(related, later),
            succeeded(related, later, newKey(), json(confirmed())))
        .forEach(refused -> refused.then().statusCode(404));
    for (String people :
        List.of(
            "select id from notification.course",
            "select id from notification.notification",
            "select notification_id from notification.revision",
            "select notification_id from notification.confirmation",
            "select id from notification.published_notification")) {
      assertEquals(
          Set.of(), RawSql.<Set<UUID>>inScope(related, h -> RawSql.ids(h, people)), people);
    }
    assertEquals(0, RawSql.<Integer>inScope(related, h -> h.execute(HOLD)));
    Notifying.read(staff, later)
        .then()
        .statusCode(200)
        .body("standing", equalTo("CURRENT"))
        .body("revision", equalTo(2));
  }

  @Test
  void whoOpenedTheCourseStaysItsSenderAfterAHandover() {
    UUID former =
        UUID.fromString(
            submit(staff, newKey(), json(confirmed())).then().statusCode(201).extract().path("id"));
    UUID course = RawSql.courseOf(former);
    UUID later = succeeded(staff, former, confirmed());
    Custody.handOver(course, Directory.healthCentre());

    patch(staff, later, "{\"freeText\": \"追記\"}").then().statusCode(200);
    withdrawn(staff, later).then().statusCode(200);
  }
}
