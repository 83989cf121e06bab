package org.openhersys.identity.login;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.identity.IdentityService.atOnce;
import static org.openhersys.identity.IdentityService.bearing;
import static org.openhersys.identity.IdentityService.logIn;
import static org.openhersys.identity.IdentityService.logged;
import static org.openhersys.identity.IdentityService.posted;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;
import org.openhersys.identity.SettableClock;

/** ログイン with 回復コード, without the authenticator app. */
@QuarkusTest
class RecoveryCodeLoginTest {
  private static final Set<Integer> REFUSED_OR_ONE = Set.of(201, 401, 429, 503);

  @Inject People people;
  @Inject SettableClock clock;

  @BeforeEach
  void stopTime() {
    clock.stop();
  }

  @AfterEach
  void letTimeRun() {
    clock.run();
  }

  @Test
  void aRecoveryCodeOpensASessionOnceAndTheAnswerSaysHowManyAreLeft() {
    Person staff = people.staff();
    List<String> codes = codesOf(staff);

    by(staff, codes.get(3))
        .then()
        .statusCode(201)
        .body("recoveryCodesLeft", equalTo(9))
        .body("session.account.loginId", equalTo(staff.loginId()));

    by(staff, codes.get(3)).then().statusCode(401);
    by(staff, codes.get(4)).then().statusCode(201).body("recoveryCodesLeft", equalTo(8));
  }

  @Test
  void aLoginWithTheAppSaysNothingOfRecoveryCodes() {
    people.staff().logsIn().then().statusCode(201).body("recoveryCodesLeft", nullValue());
  }

  @Test
  void ofManyLoginsWithOneRecoveryCodeOneSucceeds() {
    Person staff = people.staff();
    String code = codesOf(staff).get(0);

    List<Integer> statuses =
        atOnce(30, () -> by(staff, code)).stream().map(Response::statusCode).toList();

    assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
    assertTrue(REFUSED_OR_ONE.containsAll(statuses), statuses::toString);
  }

  @Test
  void caseSpacesAndHyphensDoNotCount() {
    Person staff = people.staff();
    List<String> codes = codesOf(staff);

    by(staff, codes.get(0).toLowerCase(java.util.Locale.ROOT).replace("-", " "))
        .then()
        .statusCode(201);
    by(staff, codes.get(1).replace("-", "")).then().statusCode(201);
  }

  @Test
  void whateverIsWrongTheAnswerIsThatOfAnyLogin() {
    Person staff = people.staff();
    Person other = people.staff();
    List<String> codes = codesOf(staff);
    String ofAnother = codesOf(other).get(0);

    List<Map<String, Object>> answers =
        Stream.of(
                logIn("mihon.nobody-recovers", People.PASSWORD, "000000"),
                by(staff, "AAAA-AAAA-AAAA"),
                by(staff, "no code at all"),
                by(staff, ofAnother),
                by(people.unenrolled(), ofAnother),
                with(staff, "wrong-password", codes.get(0)))
            .map(RecoveryCodeLoginTest::withoutTrace)
            .toList();

    assertEquals(1, answers.stream().distinct().count(), answers::toString);
    assertEquals(401, answers.get(0).get("status"));
    by(staff, codes.get(0)).then().statusCode(201);
    by(other, ofAnother).then().statusCode(201);
  }

  @Test
  void guessesWaitAsThoseOfOneTimeCodesDo() {
    Person staff = people.staff();
    String code = codesOf(staff).get(0);
    for (int i = 0; i < 6; i++) {
      by(staff, "AAAA-AAAA-AAA" + (2 + i)).then().statusCode(401);
    }

    by(staff, code).then().statusCode(429);

    clock.pass(Duration.ofSeconds(3));
    by(staff, code).then().statusCode(201);
  }

  @Test
  void eitherACodeOrARecoveryCode() {
    Person staff = people.staff();

    posted(
            "/api/v1/sessions",
            """
            {"loginId": "%s", "password": "%s", "code": "%s", "recoveryCode": "AAAA-AAAA-AAAA"}
            """
                .formatted(staff.loginId(), People.PASSWORD, staff.code(0)))
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/recoveryCode")))
        .body("errors.code", equalTo(List.of("ONE_CODE_ONLY")));
    by(staff, "")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/recoveryCode")))
        .body("errors.code", equalTo(List.of("REQUIRED")));
  }

  @Test
  void aSharedAccountNamesItsOperatorAndMayThenUseTheSameRecoveryCode() {
    Person shared = people.shared();
    clock.pass(Duration.ofSeconds(30));
    String token =
        posted(
                "/api/v1/sessions",
                """
                {"loginId": "%s", "password": "%s", "code": "%s", "operator": "架空 太郎"}
                """
                    .formatted(shared.loginId(), People.PASSWORD, shared.code(0)))
            .path("accessToken");
    String code = codesOf(shared, token).get(0);

    by(shared, code).then().statusCode(422).body("errors[0].code", equalTo("OPERATOR_MISSING"));
    by(shared, "AAAA-AAAA-AAAA").then().statusCode(401);

    posted(
            "/api/v1/sessions",
            """
            {"loginId": "%s", "password": "%s", "recoveryCode": "%s", "operator": "架空 太郎"}
            """
                .formatted(shared.loginId(), People.PASSWORD, code))
        .then()
        .statusCode(201)
        .body("session.operator", equalTo("架空 太郎"));
  }

  @Test
  void itsUseIsFoundInTheAccessLog() {
    Person staff = people.staff();
    List<String> codes = codesOf(staff);
    by(staff, "AAAA-AAAA-AAAA").then().statusCode(401);
    by(staff, codes.get(0)).then().statusCode(201);

    assertEquals(
        List.of("session.begin", "recovery-code.renew", "recovery-code.use", "session.begin"),
        logged(staff.id()));
  }

  private List<String> codesOf(Person person) {
    return codesOf(person, person.token());
  }

  private List<String> codesOf(Person person, String token) {
    clock.pass(Duration.ofSeconds(30));
    return bearing(token)
        .contentType("application/json")
        .body("{\"password\": \"%s\", \"code\": \"%s\"}".formatted(People.PASSWORD, person.code(0)))
        .post("/api/v1/accounts/current/recovery-codes")
        .then()
        .statusCode(201)
        .extract()
        .path("recoveryCodes");
  }

  private static Response by(Person person, String recoveryCode) {
    return with(person, People.PASSWORD, recoveryCode);
  }

  private static Response with(Person person, String password, String recoveryCode) {
    return posted(
        "/api/v1/sessions",
        "{\"loginId\": \"%s\", \"password\": \"%s\", \"recoveryCode\": \"%s\"}"
            .formatted(person.loginId(), password, recoveryCode));
  }

  private static Map<String, Object> withoutTrace(Response answer) {
    Map<String, Object> body = answer.jsonPath().getMap("$");
    body.remove("traceId");
    return body;
  }
}
