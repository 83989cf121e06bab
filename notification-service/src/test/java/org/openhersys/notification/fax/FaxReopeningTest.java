package org.openhersys.notification.fax;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.fax.Faxing.close;
import static org.openhersys.notification.fax.Faxing.enter;
import static org.openhersys.notification.fax.Faxing.list;
import static org.openhersys.notification.fax.Faxing.read;
import static org.openhersys.notification.fax.Faxing.registered;
import static org.openhersys.notification.fax.Faxing.reopen;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Handling.sheet;
import static org.openhersys.notification.submission.Handling.withdrawn;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.Institution;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Notifying;

/** What becomes of a fax after it was settled: by mistake, or long ago. */
@QuarkusTest
class FaxReopeningTest {
  private static final String REASON = "{\"reason\": \"架空の理由\"}";
  private static final Duration KEPT = Duration.ofDays(365);

  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF, "見本 花子");
  private final Login other = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @Inject Jdbi jdbi;
  @Inject FaxRecords records;
  @Inject Clock clock;

  @Test
  void aFaxThatWasEnteredByMistakeIsEnteredAgainOnceThatIsWithdrawn() {
    UUID fax = registered(staff, Map.of("institutionId", notifying.institution));
    UUID mistaken = entered(fax);
    reopen(other, fax, REASON)
        .then()
        .statusCode(409)
        .body("errors.code", contains("NOTIFICATION_NOT_WITHDRAWN"));
    withdrawn(staff, mistaken).then().statusCode(200);
    reopen(other, fax, "{\"reason\": \" \"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));

    reopen(other, fax, REASON)
        .then()
        .statusCode(200)
        .body("state", equalTo("WAITING"))
        .body("notificationId", nullValue())
        .body("settledAt", nullValue())
        .body("before.state", contains("ENTERED"))
        .body("before.notificationId", contains(mistaken.toString()))
        .body("before[0].settledBy.operator", equalTo("見本 花子"))
        .body("before[0].reopenedBy.id", equalTo(other.principal().toString()))
        .body("before[0].reason", equalTo("架空の理由"));

    list(staff, Map.of())
        .then()
        .body("items.before[0].notificationId", contains(mistaken.toString()));
    reopen(other, fax, REASON)
        .then()
        .statusCode(409)
        .body("errors.code", contains("FAX_NOT_SETTLED"));
    UUID right = entered(fax);
    sheet(staff, right).then().body("faxId", equalTo(fax.toString()));
    sheet(staff, mistaken).then().body("faxId", equalTo(fax.toString()));
    assertEquals(1, logged(other, "fax.reopen", "ALLOWED"));
  }

  @Test
  void whoWasTakenForItsSenderByMistakeIsForgotten() {
    UUID fax = registered(staff, Map.of());
    String code = "9%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update identity.organisation set code = ? where id = ?",
                    code,
                    notifying.institution));
    SampleForm form =
        confirmed().with(f -> f.institution = new Institution(code, "見本医院", null, null));
    UUID mistaken = enter(staff, fax, newKey(), json(form)).jsonPath().getUUID("id");
    read(staff, fax).then().body("institution.id", equalTo(notifying.institution.toString()));
    withdrawn(staff, mistaken).then().statusCode(200);

    reopen(staff, fax, REASON).then().statusCode(200).body("institution", nullValue());

    Notifying.read(staff, entered(fax))
        .then()
        .body("sender.id", equalTo(notifying.centre.toString()));
  }

  @Test
  void whatWasClosedByMistakeWaitsAgainAndTheCountGoesOn() {
    UUID fax = registered(staff, Map.of());
    for (String reason : new String[] {"BLANK", "ILLEGIBLE"}) {
      close(staff, fax, "{\"reason\": \"%s\"}".formatted(reason)).then().statusCode(200);
      reopen(staff, fax, REASON).then().statusCode(200).body("closingReason", nullValue());
    }

    read(staff, fax).then().body("before.closingReason", contains("BLANK", "ILLEGIBLE"));
    Login stranger = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    reopen(stranger, fax, REASON).then().statusCode(404);
  }

  @Test
  void anOriginalIsForgottenAWhileAfterItsFaxWasSettledWhereThatIsSet() {
    UUID waiting = registered(staff, Map.of());
    UUID fax = registered(staff, Map.of("institutionId", notifying.institution));
    UUID id = entered(fax);
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update notification.fax set settled_at = settled_at - interval '366 days' where id = ?",
                    fax));

    new ForgettingOriginals(jdbi, records, clock, Optional.empty()).forget();
    original(fax).statusCode(200);

    new ForgettingOriginals(jdbi, records, clock, Optional.of(KEPT)).forget();
    original(fax).statusCode(410).body("errors.code", contains("ORIGINAL_FORGOTTEN"));
    original(waiting).statusCode(200);
    read(staff, fax)
        .then()
        .body("originalForgottenAt", notNullValue())
        .body("notificationId", equalTo(id.toString()))
        .body("before", empty());
    read(staff, waiting).then().body("originalForgottenAt", nullValue());
    list(staff, Map.of("state", "ENTERED")).then().body("items", hasSize(1));
    reopen(staff, fax, REASON)
        .then()
        .statusCode(409)
        .body("errors.code", contains("ORIGINAL_FORGOTTEN"));
  }

  private ValidatableResponse original(UUID fax) {
    return Notifying.as(staff).get(Faxing.PATH + "/" + fax + "/original").then();
  }

  private UUID entered(UUID fax) {
    return enter(staff, fax, newKey(), json(confirmed()))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("id");
  }
}
