package org.openhersys.notification.worklist;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Handling.confirm;
import static org.openhersys.notification.submission.Handling.list;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.sheet;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.submission.Notifying;

/** A correction after 保健所確認済 reopens nothing, and does not go unseen. */
@QuarkusTest
class ChangedSinceConfirmedTest {
  private static final String CHANGED = "CHANGED_SINCE_CONFIRMED";

  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private final Login clerk = Directory.person(notifying.institution, Role.CLERK);

  @Test
  void theCentreFindsThemTheOldestChangeFirst() {
    UUID first = confirmed();
    UUID second = confirmed();
    confirmed();
    UUID waiting = notifying.submitted();
    supplement(second);
    supplement(first);
    supplement(second);
    supplement(waiting);

    Response page = list(staff, Map.of("state", CHANGED, "limit", 1));

    page.then()
        .statusCode(200)
        .body("items.id", contains(second.toString()))
        .body("items.state", contains("CONFIRMED"))
        .body("items[0].changedAt", notNullValue());
    list(staff, Map.of("cursor", page.<String>path("next"), "state", CHANGED))
        .then()
        .body("items.id", contains(first.toString()))
        .body("next", nullValue());
    list(staff, Map.of("state", "CONFIRMED"))
        .then()
        .body(
            "items.findAll { it.changedAt != null }.id",
            contains(second.toString(), first.toString()));
    Login stranger = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    list(stranger, Map.of("state", CHANGED)).then().body("items", empty());
    list(clerk, Map.of("state", CHANGED))
        .then()
        .statusCode(422)
        .body("errors.code", contains("LIST_OF_THE_CENTRE"));
  }

  @Test
  void lookedAtAndConfirmedOnceMoreItLeavesTheList() {
    UUID id = confirmed();
    confirm(staff, id).then().statusCode(409).body("errors.code", contains("CONFIRMED_ALREADY"));
    supplement(id);
    sheet(staff, id)
        .then()
        .body("state", equalTo("CONFIRMED"))
        .body("changedAt", notNullValue())
        .body("mayConfirm", equalTo(true));

    confirm(staff, id)
        .then()
        .statusCode(200)
        .body("state", equalTo("CONFIRMED"))
        .body("changedAt", nullValue())
        .body("confirmed.revision", equalTo(2))
        .body("history.deed", contains("CONFIRM", "CONFIRM"));

    changed().body("items", empty());
    confirm(staff, id).then().statusCode(409);
    assertEquals(
        1,
        Notifying.count(
            "notification.quality_chain where not changed and corrected and notification_id = '%s'"
                .formatted(id)));
  }

  @Test
  void whatIsToBeConfirmedAgainStandsInThatListAlone() {
    UUID id = confirmed();
    supplement(id);
    patch(
            notifying.ehr,
            id,
            "{\"diagnosisCategory\": \"ASYMPTOMATIC_CARRIER\", \"onsetDate\": null, \"attestedBy\": \"見本 医師\"}")
        .then()
        .statusCode(200);

    changed().body("items", empty());
    list(staff, Map.of()).then().body("items.id", contains(id.toString()));
  }

  private ValidatableResponse changed() {
    return list(staff, Map.of("state", CHANGED)).then().statusCode(200);
  }

  private UUID confirmed() {
    UUID id = notifying.submitted();
    confirm(staff, id).then().statusCode(200);
    return id;
  }

  private void supplement(UUID id) {
    patch(clerk, id, "{\"freeText\": \"追記 %s\"}".formatted(UUID.randomUUID()))
        .then()
        .statusCode(200);
  }
}
