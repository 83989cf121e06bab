package org.openhersys.notification.fax;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.fax.Faxing.close;
import static org.openhersys.notification.fax.Faxing.enter;
import static org.openhersys.notification.fax.Faxing.read;
import static org.openhersys.notification.fax.Faxing.registered;
import static org.openhersys.notification.submission.Handling.events;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Handling.mails;
import static org.openhersys.notification.submission.Handling.questions;
import static org.openhersys.notification.submission.Handling.sheet;
import static org.openhersys.notification.submission.Handling.succeeded;
import static org.openhersys.notification.submission.Handling.withdrawn;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.somebody;
import static org.openhersys.notification.submission.Notifying.today;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Custody;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

/** A fax about a course of care that has been notified already ([S3], [S7]). */
@QuarkusTest
class FaxFollowUpTest {
  /** At another centre, which served the place before. */
  private UUID foreign;

  private Notifying notifying;
  private Login staff;
  private Login physician;

  @BeforeEach
  void anInstitutionAndItsCentre() {
    foreign = new Notifying().submitted();
    notifying = new Notifying();
    staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    physician = Directory.person(notifying.institution, Role.PHYSICIAN);
  }

  @Test
  void itGoesOnWithTheCourseInTheNameOfItsSender() {
    UUID former = notifying.submitted();
    UUID fax = faxed();
    SampleForm form =
        somebody(DiagnosisCategory.CONFIRMED, today().minusDays(1))
            .with(f -> f.onsetDate = today().plusDays(2));
    String key = newKey();

    Response receipt = enter(staff, fax, former, key, json(form));

    UUID id = receipt.then().statusCode(201).extract().jsonPath().getUUID("id");
    receipt
        .then()
        .body("courseId", equalTo(RawSql.courseOf(former).toString()))
        .body("faxReceivedOn", equalTo(today().minusDays(1).toString()))
        .body("findings.code", hasItem("DATE_IN_FUTURE"));
    Notifying.read(physician, id)
        .then()
        .statusCode(200)
        .body("standing", equalTo("CURRENT"))
        .body("succeeds", equalTo(former.toString()))
        .body("sender.id", equalTo(notifying.institution.toString()))
        .body("enteredBy.id", equalTo(staff.principal().toString()));
    Notifying.read(physician, former).then().body("standing", equalTo("SUPERSEDED"));
    sheet(staff, id).then().body("faxId", equalTo(fax.toString()));
    questions(physician, id).then().body("items.pointer", contains("/onsetDate"));
    assertEquals("NOTIFICATION_SUBMITTED 1", events(id).get(0));
    assertEquals("NOTIFICATION_RECEIVED 1", mails(id, notifying.centre).get(0));
    assertEquals(1, logged(staff, "notification.succeed", "ALLOWED"));
    enter(staff, fax, former, key, json(form))
        .then()
        .statusCode(201)
        .body("id", equalTo(id.toString()));
    enter(staff, fax, key, json(form))
        .then()
        .statusCode(409)
        .body("errors.code", contains("FAX_ENTERED"));
  }

  @Test
  void whatAnUnregisteredInstitutionFaxedIsTheCentresOwnInTheCourseToo() {
    UUID former = notifying.submitted();

    UUID id =
        enter(staff, registered(staff, Map.of()), former, newKey(), json(confirmed()))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getUUID("id");

    Notifying.read(staff, id).then().body("sender.id", equalTo(notifying.centre.toString()));
  }

  @Test
  void theRulesAreThoseOfSuccession() {
    UUID former = notifying.submitted();
    succeeded(physician, former, confirmed());
    UUID taken = notifying.submitted();
    withdrawn(physician, taken).then().statusCode(200);
    UUID handedOver = notifying.submitted();
    Custody.handOver(RawSql.courseOf(handedOver), Directory.healthCentre());
    UUID fax = faxed();

    enter(staff, fax, former, newKey(), json(confirmed()))
        .then()
        .statusCode(409)
        .body("errors.code", contains("NOTIFICATION_SUPERSEDED"));
    enter(staff, fax, taken, newKey(), json(confirmed()))
        .then()
        .statusCode(409)
        .body("errors.code", contains("NOTIFICATION_WITHDRAWN"));
    enter(staff, fax, handedOver, newKey(), json(confirmed())).then().statusCode(403);
    enter(staff, fax, foreign, newKey(), json(confirmed())).then().statusCode(404);
    read(staff, fax).then().body("state", equalTo("WAITING"));
  }

  @Test
  void theDatabaseTakesNoneWithoutAFaxInHand() {
    UUID former = notifying.submitted();
    faxed();

    assertEquals(
        "42501",
        RawSql.refusal(
            staff,
            h ->
                h.select(
                        "select notification.succeed_by_fax(?, gen_random_uuid(), '2023-05-08', now(), 'CONFIRMED', current_date)",
                        former)
                    .mapToMap()
                    .list()));
  }

  @Test
  void whatOnlySupplementsIsClosedWithItsNotification() {
    UUID id = notifying.submitted();
    UUID fax = faxed();
    String closing = "{\"reason\": \"%s\", \"supplements\": \"%s\"}";

    close(staff, fax, "{\"reason\": \"SUPPLEMENT\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/supplements"));
    close(staff, fax, closing.formatted("BLANK", id))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/supplements"));
    close(staff, fax, closing.formatted("SUPPLEMENT", foreign)).then().statusCode(404);
    assertEquals(1, logged(staff, "fax.close", "DENIED"));
    close(staff, fax, closing.formatted("SUPPLEMENT", id))
        .then()
        .statusCode(200)
        .body("state", equalTo("CLOSED"))
        .body("supplements", equalTo(id.toString()))
        .body("notificationId", nullValue());
  }

  private UUID faxed() {
    return registered(
        staff,
        Map.of(
            "receivedOn", today().minusDays(1).toString(), "institutionId", notifying.institution));
  }
}
