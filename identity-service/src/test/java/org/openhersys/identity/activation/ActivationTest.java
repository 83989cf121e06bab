package org.openhersys.identity.activation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.openhersys.identity.IdentityService.atOnce;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
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
class ActivationTest {
  private static final String UNKNOWN = "0000-0000-0000-0000-0000-0000-0000";
  private static final String ENROLMENTS = "/api/v1/accounts/totp-enrolments";

  @Inject Callers callers;
  @Inject SettableClock clock;

  private Somebody manager;
  private JsonPath issued;
  private String code;
  private String loginId;

  @BeforeEach
  void anInvitedAccount() {
    clock.stop();
    Area area = Area.create();
    manager = callers.at(area.centre(), Role.HEALTH_CENTRE_MANAGER);
    issued = Invitations.issued(manager, area.centre(), Role.HEALTH_CENTRE_STAFF);
    code = issued.getString("activation.code");
    loginId = issued.getString("account.loginId");
  }

  @AfterEach
  void letTimeRun() {
    clock.run();
  }

  @Test
  void theCodeAndAnOwnPasswordMakeTheAccountActive() {
    Invitations.activated(code.toLowerCase(Locale.ROOT).replace("-", " "), Invitations.PASSWORD)
        .then()
        .statusCode(200)
        .body("loginId", equalTo(loginId));

    manager
        .asks()
        .get("/api/v1/accounts/" + issued.getString("account.id"))
        .then()
        .body("state", equalTo("ACTIVE"))
        .body("activatedAt", notNullValue());
    enrols(Invitations.PASSWORD).then().statusCode(201);
  }

  @Test
  void beforeItNobodyEnrolsOrLogsIn() {
    enrols("").then().statusCode(422);
    enrols(Invitations.PASSWORD)
        .then()
        .statusCode(401)
        .body("errors[0].code", equalTo("CREDENTIALS_REFUSED"));
    IdentityService.logIn(loginId, Invitations.PASSWORD, "000000")
        .then()
        .statusCode(401)
        .body("errors[0].code", equalTo("CREDENTIALS_REFUSED"));
  }

  @Test
  void wrongUsedAndExpiredCodesAreAnsweredAlike() {
    Response wrong = Invitations.activated(UNKNOWN, Invitations.PASSWORD);
    Response none = Invitations.activated("no code", Invitations.PASSWORD);
    Invitations.activated(code, Invitations.PASSWORD).then().statusCode(200);
    Response used = Invitations.activated(code, Invitations.PASSWORD);
    String second = reactivated();
    clock.pass(Duration.ofDays(7));
    Response expired = Invitations.activated(second, Invitations.PASSWORD);

    for (Response answer : List.of(wrong, none, used, expired)) {
      answer.then().statusCode(401).body("errors[0].code", equalTo("ACTIVATION_REFUSED"));
      assertEquals(wrong.path("errors").toString(), answer.path("errors").toString());
    }
  }

  @Test
  void aCodeIsGoodForSevenDays() {
    assertEquals(
        clock.instant().plus(Duration.ofDays(7)),
        OffsetDateTime.parse(issued.getString("activation.expiresAt")).toInstant());
    clock.pass(Duration.ofDays(7).minusSeconds(1));

    Invitations.activated(code, Invitations.PASSWORD).then().statusCode(200);
  }

  @Test
  void ofManyAtOnceOneSucceeds() {
    List<Integer> statuses =
        atOnce(5, () -> Invitations.activated(code, Invitations.PASSWORD)).stream()
            .map(Response::statusCode)
            .sorted()
            .toList();

    assertEquals(List.of(200, 401, 401, 401, 401), statuses);
  }

  @Test
  void aRefusedPasswordLeavesTheCodeGood() {
    refused("hersys", "PASSWORD_TOO_SHORT");
    refused("password1234", "PASSWORD_WEAK");
    refused("aaaaaaaaaaaaaaaaaaaa", "PASSWORD_WEAK");
    refused("X" + loginId.toUpperCase(Locale.ROOT), "PASSWORD_CONTAINS_LOGIN_ID");

    Invitations.activated(code, Invitations.PASSWORD).then().statusCode(200);
  }

  @Test
  void guessesAtOneCodeWaitLikeLogins() {
    String guess = code.substring(0, 5) + UNKNOWN.substring(5);
    for (int i = 0; i < 6; i++) {
      Invitations.activated(guess, Invitations.PASSWORD).then().statusCode(401);
    }

    Invitations.activated(code, Invitations.PASSWORD)
        .then()
        .statusCode(429)
        .header("Retry-After", equalTo("3"));
    clock.pass(Duration.ofSeconds(2));
    Invitations.activated(code, Invitations.PASSWORD).then().statusCode(200);
  }

  @Test
  void whatCameInBehindAWithdrawalIsVoidWithTheActivation() {
    UUID account = UUID.fromString(issued.getString("account.id"));
    HersysDatabase.owner()
        .useTransaction(
            handle -> {
              handle.execute(
                  "insert into identity.totp (account_id, sealed_secret, last_step) values (?, '', 0)",
                  account);
              handle.execute(
                  """
                  insert into identity.session (id, account_id, organisation_id, role, expires_at)
                  values (gen_random_uuid(), ?, ?, 'HEALTH_CENTRE_STAFF', now() + interval '10 minutes')
                  """,
                  account,
                  manager.organisation());
            });

    Invitations.activated(code, Invitations.PASSWORD).then().statusCode(200);

    enrols(Invitations.PASSWORD).then().statusCode(201);
    int live =
        HersysDatabase.owner()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select count(*) from identity.session where account_id = ? and revoked_at is null")
                        .bind(0, account)
                        .mapTo(Integer.class)
                        .one());
    assertEquals(0, live);
  }

  @Test
  void missingMembersAreTold() {
    IdentityService.posted("/api/v1/accounts/activations", "{}")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/activationCode", "/password")));
  }

  @Test
  void theCodeStandsNowhereInTheDatabase() {
    String kept =
        HersysDatabase.owner()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select v::text from identity.activation v where account_id = ?")
                        .bind(0, UUID.fromString(issued.getString("account.id")))
                        .mapTo(String.class)
                        .one());

    assertFalse(kept.contains(code) || kept.contains(code.replace("-", "")));
  }

  @Test
  void theActivationStandsInTheAccessLogInTheHoldersName() {
    Invitations.activated(code, Invitations.PASSWORD).then().statusCode(200);

    assertEquals(
        List.of("account.activate"),
        IdentityService.logged(UUID.fromString(issued.getString("account.id"))));
  }

  private void refused(String password, String reason) {
    Invitations.activated(code, password)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/password"))
        .body("errors.code", hasItem(reason));
  }

  private Response enrols(String password) {
    return IdentityService.posted(
        ENROLMENTS, "{\"loginId\": \"%s\", \"password\": \"%s\"}".formatted(loginId, password));
  }

  private String reactivated() {
    String account = "/api/v1/accounts/" + issued.getString("account.id");
    return manager
        .asks()
        .header("If-Match", manager.asks().get(account).header("ETag"))
        .post(account + "/reactivation")
        .then()
        .statusCode(200)
        .extract()
        .path("activation.code");
  }
}
