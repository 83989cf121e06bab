package org.openhersys.identity.settings;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.Area;
import org.openhersys.identity.Callers;
import org.openhersys.identity.Callers.Somebody;
import org.openhersys.identity.IdentityService;

@QuarkusTest
class OrganisationSettingsTest {
  private static final String MAIL = "{\"mailAddress\": \"byouin@kakuu.example\"}";
  private static final String BOTH =
      "{\"mailAddress\": \"hokenjo@kakuu.example\", \"samePersonMayConfirm\": true}";

  @Inject Callers callers;

  private Area area;
  private Somebody manager;

  @BeforeEach
  void anArea() {
    area = Area.create();
    manager = callers.at(area.centre(), Role.HEALTH_CENTRE_MANAGER);
  }

  @Test
  void whatWasNeverSetHasDefaults() {
    manager
        .asks()
        .get(settings(area.centre()))
        .then()
        .statusCode(200)
        .body("mailAddress", nullValue())
        .body("samePersonMayConfirm", equalTo(false))
        .body("version", equalTo(0));
  }

  @Test
  void aCentreSetsItsMailboxAndWhoConfirms() {
    changed(manager, area.centre(), BOTH)
        .then()
        .statusCode(200)
        .body("mailAddress", equalTo("hokenjo@kakuu.example"))
        .body("samePersonMayConfirm", equalTo(true));

    changed(manager, area.centre(), "{\"samePersonMayConfirm\": false}")
        .then()
        .statusCode(200)
        .body("mailAddress", nullValue())
        .body("version", equalTo(2));
  }

  @Test
  void theOtherServicesSeeWhatWasSet() {
    changed(manager, area.centre(), BOTH).then().statusCode(200);

    String seen =
        HersysDatabase.as("hersys_notification")
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select mail_address from identity.organisation_settings where organisation_id = ?")
                        .bind(0, area.centre())
                        .mapTo(String.class)
                        .one());
    assertEquals("hokenjo@kakuu.example", seen);
  }

  @Test
  void anInstitutionSetsItsMailboxAndNothingElse() {
    Somebody institution = callers.at(area.hospital(), Role.INSTITUTION_MANAGER);

    changed(institution, area.hospital(), MAIL)
        .then()
        .statusCode(200)
        .body("samePersonMayConfirm", nullValue());
    changed(institution, area.hospital(), BOTH)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/samePersonMayConfirm"));
  }

  @Test
  void aMailAddressCannotCarryAHeader() {
    changed(
            manager,
            area.centre(),
            "{\"mailAddress\": \"a@kakuu.example\\r\\nBcc: b@kakuu.example\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/mailAddress", "/samePersonMayConfirm")));
  }

  @Test
  void aChangeNeedsTheTagThatStands() {
    String old = tag(manager, area.centre());
    changed(manager, area.centre(), BOTH).then().statusCode(200);

    manager.sends(BOTH).put(settings(area.centre())).then().statusCode(428);
    manager
        .sends("{\"samePersonMayConfirm\": true}")
        .header("If-Match", old)
        .put(settings(area.centre()))
        .then()
        .statusCode(412)
        .body("current", equalTo(tag(manager, area.centre())))
        .body("changedBy", startsWith("架空保健所"))
        .body("differences", equalTo(List.of("/mailAddress")));
  }

  @Test
  void aCentreBesideItReadsAndWritesNothing() {
    Somebody other = callers.at(area.anotherCentre(), Role.HEALTH_CENTRE_MANAGER);

    other.asks().get(settings(area.centre())).then().statusCode(403);
    other
        .sends(BOTH)
        .header("If-Match", "\"x\"")
        .put(settings(area.centre()))
        .then()
        .statusCode(403);
  }

  @Test
  void anUnknownOrganisationHasNone() {
    manager.asks().get(settings(UUID.randomUUID())).then().statusCode(404);
  }

  @Test
  void readingAndChangingStandInTheAccessLog() {
    changed(manager, area.centre(), BOTH).then().statusCode(200);

    assertEquals(
        List.of("organisation-settings.read", "organisation-settings.change"),
        IdentityService.logged(manager.id()));
  }

  private static Response changed(Somebody somebody, UUID organisation, String body) {
    return somebody
        .sends(body)
        .header("If-Match", tag(somebody, organisation))
        .put(settings(organisation));
  }

  private static String tag(Somebody somebody, UUID organisation) {
    return somebody
        .asks()
        .get(settings(organisation))
        .then()
        .statusCode(200)
        .extract()
        .header("ETag");
  }

  private static String settings(UUID organisation) {
    return "/api/v1/organisations/" + organisation + "/settings";
  }
}
