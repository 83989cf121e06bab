package org.openhersys.identity.login;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.identity.IdentityService.anonymous;
import static org.openhersys.identity.IdentityService.atOnce;
import static org.openhersys.identity.IdentityService.logIn;
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

@QuarkusTest
class LoginTest {
  private static final Duration STEP = Duration.ofSeconds(30);

  /** 503: who would have waited too long for a core is told to come again. */
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
  void passwordAndCodeOpenASession() {
    Person staff = people.staff();

    staff
        .logsIn()
        .then()
        .statusCode(201)
        .header("Location", endsWith("/api/v1/sessions/current"))
        .header("Cache-Control", equalTo("no-store"))
        .body("tokenType", equalTo("Bearer"))
        .body("expiresIn", equalTo(600))
        .body("session.account.loginId", equalTo(staff.loginId()))
        .body("session.organisation.id", equalTo(staff.organisation().toString()))
        .body("session.role", equalTo("HEALTH_CENTRE_STAFF"))
        .body("session.operator", nullValue());
  }

  @Test
  void ofManyLoginsWithOneRightCodeOneSucceeds() {
    Person staff = people.staff();
    String code = staff.code(0);

    List<Response> answers = atOnce(50, () -> logIn(staff.loginId(), People.PASSWORD, code));

    List<Integer> statuses = answers.stream().map(Response::statusCode).toList();
    assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
    assertTrue(REFUSED_OR_ONE.containsAll(statuses), statuses::toString);
  }

  @Test
  void aCodeIsGoodOnce() {
    Person staff = people.staff();
    staff.logsIn().then().statusCode(201);

    staff.logsIn().then().statusCode(401);

    clock.pass(STEP);
    staff.logsIn().then().statusCode(201);
  }

  @Test
  void theCodeOfTheStepBeforeIsAccepted() {
    Person staff = people.staff();

    logIn(staff.loginId(), People.PASSWORD, staff.code(-1)).then().statusCode(201);
  }

  @Test
  void anOlderCodeThanTheUsedOneIsRefused() {
    Person staff = people.staff();
    staff.logsIn().then().statusCode(201);

    logIn(staff.loginId(), People.PASSWORD, staff.code(-1)).then().statusCode(401);
  }

  @Test
  void codesOfTheNextStepAndOfTwoStepsAgoAreRefused() {
    Person staff = people.staff();

    logIn(staff.loginId(), People.PASSWORD, staff.code(1)).then().statusCode(401);
    logIn(staff.loginId(), People.PASSWORD, staff.code(-2)).then().statusCode(401);
  }

  @Test
  void whateverIsWrongTheAnswerIsTheSame() {
    Person staff = people.staff();
    Person unenrolled = people.unenrolled();
    Person used = people.staff();
    used.logsIn().then().statusCode(201);

    List<Map<String, Object>> answers =
        Stream.of(
                logIn("mihon.nobody", People.PASSWORD, "000000"),
                logIn(staff.loginId(), "wrong-password", staff.code(0)),
                logIn(staff.loginId(), People.PASSWORD, staff.code(9)),
                logIn(staff.loginId(), People.PASSWORD, "not six digits"),
                logIn(unenrolled.loginId(), People.PASSWORD, unenrolled.code(0)),
                used.logsIn())
            .map(LoginTest::withoutTrace)
            .toList();

    assertEquals(1, answers.stream().distinct().count(), answers::toString);
    assertEquals(401, answers.get(0).get("status"));
  }

  @Test
  void aSharedAccountNamesItsOperatorAndMayThenUseTheSameCode() {
    Person shared = people.shared();

    shared
        .logsIn()
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/operator"))
        .body("errors[0].code", equalTo("OPERATOR_MISSING"));
    posted("/api/v1/sessions", credentials(shared, "\u200B\uFE0F")).then().statusCode(422);

    posted("/api/v1/sessions", credentials(shared, "架空 太郎"))
        .then()
        .statusCode(201)
        .body("session.operator", equalTo("架空 太郎"));
  }

  @Test
  void aForgottenOperatorIsNoWrongAttempt() {
    Person shared = people.shared();

    for (int i = 0; i < 8; i++) {
      shared.logsIn().then().statusCode(422);
    }
  }

  @Test
  void aMissingOperatorIsNotToldWithoutTheRightPassword() {
    Person shared = people.shared();

    logIn(shared.loginId(), "wrong-password", shared.code(0)).then().statusCode(401);
  }

  @Test
  void anAccountOfOneTakesNoOperator() {
    for (String operator : List.of("架空 太郎", "")) {
      posted("/api/v1/sessions", credentials(people.staff(), operator))
          .then()
          .statusCode(201)
          .body("session.operator", nullValue());
    }
  }

  @Test
  void everyMissingMemberIsToldAtOnce() {
    posted("/api/v1/sessions", "{}")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/loginId", "/password", "/code")));
  }

  @Test
  void anUnknownMemberIsRefused() {
    posted("/api/v1/sessions", "{\"loginid\": \"mihon\"}").then().statusCode(400);
  }

  @Test
  void aNulCharacterIsRefusedLikeAnyWrongContent() {
    int status = logIn("mihon\\u0000", People.PASSWORD, "000000").statusCode();

    assertTrue(status == 401 || status == 400 || status == 422, () -> "answered " + status);
  }

  @Test
  void theRefusalSpeaksTheLanguageAsked() {
    anonymous()
        .header("Accept-Language", "en")
        .contentType("application/json")
        .body("{\"loginId\": \"mihon.nobody-en\", \"password\": \"x\", \"code\": \"000000\"}")
        .post("/api/v1/sessions")
        .then()
        .statusCode(401)
        .header("Content-Language", "en")
        .header("WWW-Authenticate", "Bearer")
        .body("errors[0].code", equalTo("CREDENTIALS_REFUSED"));
  }

  private static String credentials(Person person, String operator) {
    return """
    {"loginId": "%s", "password": "%s", "code": "%s", "operator": "%s"}
    """
        .formatted(person.loginId(), People.PASSWORD, person.code(0), operator);
  }

  private static Map<String, Object> withoutTrace(Response answer) {
    Map<String, Object> body = answer.jsonPath().getMap("$");
    body.remove("traceId");
    return body;
  }
}
