package org.openhersys.identity.issuing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.Area;
import org.openhersys.identity.Callers;
import org.openhersys.identity.Callers.Somebody;
import org.openhersys.identity.IdentityService;
import org.openhersys.identity.Invitations;
import org.openhersys.identity.SettableClock;

@QuarkusTest
class ChangingAccountTest {
  private static final String ACCOUNTS = "/api/v1/accounts/";
  private static final String DISABLE = "{\"state\": \"DISABLED\"}";
  private static final String ENABLE = "{\"state\": \"ACTIVE\"}";

  @Inject Callers callers;
  @Inject SettableClock clock;

  private Area area;
  private Somebody manager;

  @BeforeEach
  void aCentre() {
    clock.stop();
    area = Area.create();
    manager = callers.at(area.centre(), Role.HEALTH_CENTRE_MANAGER);
  }

  @AfterEach
  void letTimeRun() {
    clock.run();
  }

  @Test
  void aDisabledAccountIsOutAtOnceAndInAgainWhenEnabled() {
    Somebody staff = callers.at(area.centre(), Role.HEALTH_CENTRE_STAFF);
    staff.asks().get("/api/v1/sessions/current").then().statusCode(200);

    changed(staff.id(), DISABLE).then().statusCode(200).body("state", equalTo("DISABLED"));
    staff.asks().get("/api/v1/sessions/current").then().statusCode(401);

    changed(staff.id(), ENABLE).then().statusCode(200).body("state", equalTo("ACTIVE"));
    staff.asks().get("/api/v1/sessions/current").then().statusCode(401);
  }

  @Test
  void aNameChangesAndTheTagWithIt() {
    UUID staff = callers.at(area.centre(), Role.HEALTH_CENTRE_STAFF).id();
    String before = tag(staff);

    Response answer = changed(staff, "{\"displayName\": \"××病棟2\"}");

    answer.then().statusCode(200).body("displayName", equalTo("××病棟2"));
    assertNotEquals(before, answer.header("ETag"));
    assertEquals(answer.header("ETag"), tag(staff));
  }

  @Test
  void aPatchThatChangesNothingLeavesTheTag() {
    UUID staff = callers.at(area.centre(), Role.HEALTH_CENTRE_STAFF).id();
    String before = tag(staff);

    changed(staff, "{}").then().statusCode(200).header("ETag", equalTo(before));
  }

  @Test
  void aChangeNeedsTheTagThatStands() {
    UUID staff = callers.at(area.centre(), Role.HEALTH_CENTRE_STAFF).id();
    String old = tag(staff);
    changed(staff, "{\"displayName\": \"××病棟2\"}").then().statusCode(200);

    patched(manager, staff, null, DISABLE).then().statusCode(428);
    patched(manager, staff, old, DISABLE)
        .then()
        .statusCode(412)
        .body("current", equalTo(tag(staff)))
        .body("changedBy", startsWith("架空保健所"))
        .body("differences", equalTo(List.of("/state")));
  }

  @Test
  void whatIsNoPatchOfAnAccountIsRefused() {
    UUID staff = callers.at(area.centre(), Role.HEALTH_CENTRE_STAFF).id();

    changed(staff, "{\"role\": \"HEALTH_CENTRE_MANAGER\"}").then().statusCode(400);
    changed(staff, "{\"role\": null}").then().statusCode(400);
    changed(staff, "[]").then().statusCode(400);
    changed(staff, "{\"displayName\": 1}").then().statusCode(400);
    changed(staff, "{\"displayName\": null, \"state\": null}")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/displayName", "/state")));
    changed(staff, "{\"state\": \"INVITED\"}").then().statusCode(422);
    changed(staff, "{\"state\": \"GONE\"}").then().statusCode(422);
  }

  @Test
  void nobodyDisablesOrReactivatesTheOwnAccount() {
    changed(manager.id(), DISABLE)
        .then()
        .statusCode(409)
        .body("errors[0].code", equalTo("OWN_ACCOUNT"));
    reactivated(manager.id()).then().statusCode(409).body("errors[0].code", equalTo("OWN_ACCOUNT"));
    changed(manager.id(), "{\"displayName\": \"所長\"}").then().statusCode(200);
  }

  @Test
  void whoWasNeverActivatedIsNotMadeActiveByAManager() {
    UUID invited = issued();

    changed(invited, ENABLE)
        .then()
        .statusCode(409)
        .body("errors[0].code", equalTo("NOT_ACTIVATED"));
    changed(invited, DISABLE).then().statusCode(200);
    changed(invited, ENABLE)
        .then()
        .statusCode(409)
        .body("errors[0].code", equalTo("NOT_ACTIVATED"));
  }

  @Test
  void aDisabledInvitationCannotBeActivated() {
    JsonPath issued = Invitations.issued(manager, area.centre(), Role.HEALTH_CENTRE_STAFF);
    changed(UUID.fromString(issued.getString("account.id")), DISABLE).then().statusCode(200);

    Invitations.activated(issued.getString("activation.code"), Invitations.PASSWORD)
        .then()
        .statusCode(401);
  }

  @Test
  void aReactivationVoidsPasswordAuthenticatorSessionsAndTheCodeBefore() {
    JsonPath issued = Invitations.issued(manager, area.centre(), Role.HEALTH_CENTRE_STAFF);
    UUID account = UUID.fromString(issued.getString("account.id"));
    String token = Invitations.token(issued.getString("activation.code"), clock);

    String second =
        reactivated(account)
            .then()
            .statusCode(200)
            .body("account.state", equalTo("INVITED"))
            .extract()
            .path("activation.code");
    String third = reactivated(account).then().statusCode(200).extract().path("activation.code");

    IdentityService.bearing(token).get("/api/v1/sessions/current").then().statusCode(401);
    assertEquals(0, count("select count(*) from identity.totp where account_id = ?", account));
    assertEquals(
        1,
        count(
            "select count(*) from identity.account where id = ? and password_hash is null",
            account));
    Invitations.activated(second, Invitations.PASSWORD).then().statusCode(401);
    IdentityService.bearing(Invitations.token(third, clock))
        .get("/api/v1/sessions/current")
        .then()
        .statusCode(200);
  }

  @Test
  void aReactivationNeedsTheTagThatStands() {
    UUID invited = issued();

    manager.asks().post(ACCOUNTS + invited + "/reactivation").then().statusCode(428);
    manager
        .asks()
        .header("If-Match", "\"account-other\"")
        .post(ACCOUNTS + invited + "/reactivation")
        .then()
        .statusCode(412);
  }

  @Test
  void whoseAccountWasActivatedMeanwhileIsToldByWhom() {
    Somebody government = callers.at(area.government(), Role.LOCAL_GOVERNMENT_STAFF);
    JsonPath issued = Invitations.issued(government, area.centre(), Role.HEALTH_CENTRE_MANAGER);
    UUID account = UUID.fromString(issued.getString("account.id"));
    String old = tag(account);
    patched(government, account, old, "{\"displayName\": \"××所長\"}").then().statusCode(200);

    patched(government, account, old, DISABLE)
        .then()
        .statusCode(412)
        .body("changedBy", startsWith("架空市"))
        .body("differences", equalTo(List.of("/state")));

    Invitations.activated(issued.getString("activation.code"), Invitations.PASSWORD);
    manager
        .asks()
        .header("If-Match", old)
        .post(ACCOUNTS + account + "/reactivation")
        .then()
        .statusCode(412)
        .body("changedBy", startsWith("架空保健所"))
        .body("differences", equalTo(List.of("/state")));
  }

  @Test
  void aFullQuotaLetsNobodyComeBack() {
    UUID staff = callers.at(area.centre(), Role.HEALTH_CENTRE_STAFF).id();
    changed(staff, DISABLE).then().statusCode(200);
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into identity.account_quota (health_centre_id, total) values (?, 1)",
                    area.centre()));

    for (Response answer : List.of(changed(staff, ENABLE), reactivated(staff))) {
      answer.then().statusCode(409).body("errors[0].code", equalTo("QUOTA_EXHAUSTED"));
    }
  }

  @Test
  void oneAdministratorMayDisableAnother() {
    Somebody administrator = callers.administrator();
    Somebody other = callers.at(administrator.organisation(), Role.NATIONAL_ADMINISTRATOR);
    String tag = administrator.asks().get(ACCOUNTS + other.id()).header("ETag");

    patched(administrator, other.id(), tag, DISABLE).then().statusCode(200);
    other.asks().get("/api/v1/accounts").then().statusCode(401);
  }

  @Test
  void changesStandInTheAccessLog() {
    UUID staff = callers.at(area.centre(), Role.HEALTH_CENTRE_STAFF).id();
    changed(staff, DISABLE).then().statusCode(200);
    reactivated(staff).then().statusCode(200).body("activation", notNullValue());

    List<String> logged = IdentityService.logged(manager.id());
    assertThat(logged, hasItems("account.change", "account.reactivate"));
  }

  private UUID issued() {
    return UUID.fromString(
        Invitations.issued(manager, area.centre(), Role.HEALTH_CENTRE_STAFF)
            .getString("account.id"));
  }

  private Response changed(UUID account, String patch) {
    return patched(manager, account, tag(account), patch);
  }

  private static Response patched(Somebody who, UUID account, String tag, String patch) {
    var request = who.asks().contentType("application/merge-patch+json; charset=UTF-8").body(patch);
    if (tag != null) {
      request.header("If-Match", tag);
    }
    return request.patch(ACCOUNTS + account);
  }

  private Response reactivated(UUID account) {
    return manager
        .asks()
        .header("If-Match", tag(account))
        .post(ACCOUNTS + account + "/reactivation");
  }

  private String tag(UUID account) {
    return manager.asks().get(ACCOUNTS + account).then().statusCode(200).extract().header("ETag");
  }

  private static int count(String query, UUID account) {
    return HersysDatabase.owner()
        .withHandle(
            handle -> handle.createQuery(query).bind(0, account).mapTo(Integer.class).one());
  }
}
