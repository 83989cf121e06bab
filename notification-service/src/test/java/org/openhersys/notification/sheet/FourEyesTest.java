package org.openhersys.notification.sheet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Handling.confirm;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.sheet;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Notifying;

/** Another person than who entered it at the centre should confirm ([S14-2]). */
@QuarkusTest
class FourEyesTest {
  private final Notifying notifying = new Notifying();

  @ParameterizedTest(name = "{0} enters, {1} confirms, same account {2}, allowed {3}: {4}")
  @CsvSource({
    "          ,           , true,  false, 403",
    "          ,           , true,  true,  200",
    "          ,           , false, false, 200",
    "見本 花子, 見本 花子,   true,  false, 403",
    "見本 花子, 見本　花子,  true,  false, 403",
    "ﾐﾎﾝ ﾊﾅｺ,  ミホンハナコ, true,  false, 403",
    "見本 花子, 見本\u200B花子,  true,  false, 403",
    "見本 花子, 見本\u00AD花子\uFE0F,  true,  false, 403",
    "見本 花子, \u200B,       true,  false, 403",
    "見本 花子, 見本 花子,   true,  true,  200",
    "見本 花子, 見本 次郎,   true,  false, 200",
    "見本 花子, 見本 花子,   false, false, 200",
    "見本 花子,           , true,  false, 403"
  })
  void whoEnteredItConfirmsOnlyWhereTheCentreAllowsIt(
      String enters, String confirms, boolean sameAccount, boolean allowed, int expected) {
    Login entering = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF, enters);
    Login confirming =
        sameAccount
            ? Directory.again(entering, confirms)
            : Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF, confirms);
    UUID id = UUID.fromString(submit(entering, newKey(), json(confirmed())).path("id"));
    allow(allowed);

    sheet(confirming, id)
        .then()
        .body("enteredByReceivingHealthCentre", equalTo(true))
        .body("samePersonMayConfirm", equalTo(allowed))
        .body("mayConfirm", equalTo(expected == 200))
        .body("mayNotBecause", equalTo(expected == 200 ? null : "SAME_PERSON"));
    int status = confirm(confirming, id).statusCode();

    assertEquals(expected, status);
  }

  @Test
  void itIsSaidWhy() {
    Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_MANAGER);
    UUID id = UUID.fromString(submit(staff, newKey(), json(confirmed())).path("id"));

    confirm(staff, id)
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:openhersys:problem:forbidden"))
        .body("errors.code", contains("SAME_PERSON"));
  }

  @Test
  void whoCorrectedWhatTheSenderEnteredDoesNotConfirmIt() {
    UUID id = notifying.submitted();
    Login correcting = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    Login other = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    patch(correcting, id, "{\"onsetDate\": null}").then().statusCode(200);

    confirm(correcting, id).then().statusCode(403);
    confirm(other, id).then().statusCode(200);
  }

  @Test
  void aCorrectionBySomebodyElseMakesNobodyAnotherPerson() {
    Login entering = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    Login correcting = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    Login third = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    UUID id = UUID.fromString(submit(entering, newKey(), json(confirmed())).path("id"));
    patch(correcting, id, "{\"currentLocation\": {\"phone\": \"011-000-0001\"}}")
        .then()
        .statusCode(200);

    sheet(entering, id).then().body("mayNotBecause", equalTo("SAME_PERSON"));
    confirm(entering, id).then().statusCode(403).body("errors.code", contains("SAME_PERSON"));
    confirm(correcting, id).then().statusCode(403);
    confirm(third, id).then().statusCode(200);
  }

  @Test
  void whatSomebodyElseHasConfirmedIsBehindWhoEnteredIt() {
    Login entering = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    Login other = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    UUID id = UUID.fromString(submit(entering, newKey(), json(confirmed())).path("id"));
    confirm(other, id).then().statusCode(200);
    patch(
            other,
            id,
            "{\"diagnosisCategory\": \"ASYMPTOMATIC_CARRIER\", \"attestedBy\": \"見本 医師\", \"onsetDate\": null}")
        .then()
        .statusCode(200);

    confirm(other, id).then().statusCode(403);
    confirm(entering, id).then().statusCode(200);
  }

  @Test
  void anInstitutionsPhysicianIsNobodyOfTheCentre() {
    UUID id = notifying.submitted();
    Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

    confirm(staff, id).then().statusCode(200);
  }

  private void allow(boolean allowed) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "insert into identity.organisation_setting (organisation_id, same_person_may_confirm) values (?, ?)",
                    notifying.centre,
                    allowed));
  }
}
