package org.openhersys.identity.quota;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.identity.Area;
import org.openhersys.identity.Callers;
import org.openhersys.identity.Callers.Somebody;
import org.openhersys.identity.IdentityService;
import org.openhersys.identity.Invitations;

@QuarkusTest
class AccountQuotaTest {
  @Inject Callers callers;

  private Area area;
  private Somebody ministry;
  private Somebody manager;

  @BeforeEach
  void aCentre() {
    area = Area.create();
    ministry = callers.administrator();
    manager = callers.at(area.centre(), Role.HEALTH_CENTRE_MANAGER);
  }

  @Test
  void aCentreHasTheUsualQuotaUntilTheMinistrySetsAnother() {
    manager
        .asks()
        .get(quota(area.centre()))
        .then()
        .statusCode(200)
        .body("total", equalTo(50))
        .body("used", equalTo(1))
        .body("version", equalTo(0));

    changed(ministry, area.centre(), "{\"total\": 80}")
        .then()
        .statusCode(200)
        .body("total", equalTo(80))
        .body("version", equalTo(1));
  }

  @Test
  void aRaisedQuotaLetsTheNextAccountIn() {
    changed(ministry, area.centre(), "{\"total\": 1}").then().statusCode(200);
    Invitations.asked(manager, area.centre(), Role.HEALTH_CENTRE_STAFF).then().statusCode(409);

    changed(ministry, area.centre(), "{\"total\": 2}").then().statusCode(200);

    Invitations.asked(manager, area.centre(), Role.HEALTH_CENTRE_STAFF).then().statusCode(201);
  }

  @Test
  void oneBelowWhatIsUsedEndsNoAccount() {
    changed(ministry, area.centre(), "{\"total\": 0}").then().statusCode(200);

    manager.asks().get(quota(area.centre())).then().statusCode(200).body("used", equalTo(1));
  }

  @Test
  void aTotalOutOfBoundsIsRefused() {
    for (String body : List.of("{}", "{\"total\": -1}", "{\"total\": 100001}")) {
      changed(ministry, area.centre(), body)
          .then()
          .statusCode(422)
          .body("errors[0].pointer", equalTo("/total"));
    }
  }

  @Test
  void aChangeNeedsTheTagThatStands() {
    String old = ministry.asks().get(quota(area.centre())).header("ETag");
    changed(ministry, area.centre(), "{\"total\": 80}").then().statusCode(200);

    ministry.sends("{\"total\": 90}").put(quota(area.centre())).then().statusCode(428);
    ministry
        .sends("{\"total\": 90}")
        .header("If-Match", old)
        .put(quota(area.centre()))
        .then()
        .statusCode(412)
        .body("changedBy", startsWith("架空省"))
        .body("differences", equalTo(List.of("/total")));
  }

  @Test
  void onlyAHealthCentreHasOne() {
    for (UUID other : List.of(area.government(), area.hospital(), UUID.randomUUID())) {
      ministry.asks().get(quota(other)).then().statusCode(404);
    }
  }

  @Test
  void theLocalGovernmentReadsThatOfItsCentres() {
    callers
        .at(area.government(), Role.LOCAL_GOVERNMENT_STAFF)
        .asks()
        .get(quota(area.centre()))
        .then()
        .statusCode(200);
  }

  @Test
  void nobodyElseReadsAndOnlyTheMinistrySets() {
    Area elsewhere = Area.create();
    for (Somebody other :
        List.of(
            callers.at(elsewhere.government(), Role.LOCAL_GOVERNMENT_STAFF),
            callers.at(elsewhere.centre(), Role.HEALTH_CENTRE_MANAGER))) {
      other.asks().get(quota(area.centre())).then().statusCode(403);
    }
    for (Role role :
        EnumSet.complementOf(
            EnumSet.of(
                Role.NATIONAL_ADMINISTRATOR,
                Role.LOCAL_GOVERNMENT_STAFF,
                Role.HEALTH_CENTRE_MANAGER))) {
      callers.at(area.centre(), role).asks().get(quota(area.centre())).then().statusCode(403);
    }
    for (Role role : EnumSet.complementOf(EnumSet.of(Role.NATIONAL_ADMINISTRATOR))) {
      callers
          .at(area.centre(), role)
          .sends("{\"total\": 80}")
          .header("If-Match", "\"x\"")
          .put(quota(area.centre()))
          .then()
          .statusCode(403);
    }
    IdentityService.anonymous().get(quota(area.centre())).then().statusCode(401);
  }

  @Test
  void readingAndSettingStandInTheAccessLog() {
    changed(ministry, area.centre(), "{\"total\": 80}").then().statusCode(200);

    assertEquals(
        List.of("account-quota.read", "account-quota.change"),
        IdentityService.logged(ministry.id()));
  }

  private static Response changed(Somebody somebody, UUID centre, String body) {
    String tag = somebody.asks().get(quota(centre)).then().statusCode(200).extract().header("ETag");
    return somebody.sends(body).header("If-Match", tag).put(quota(centre));
  }

  private static String quota(UUID organisation) {
    return "/api/v1/organisations/" + organisation + "/quota";
  }
}
