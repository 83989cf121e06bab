package org.openhersys.identity.totp;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.identity.IdentityService.atOnce;
import static org.openhersys.identity.IdentityService.logIn;
import static org.openhersys.identity.IdentityService.logged;
import static org.openhersys.identity.IdentityService.posted;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;
import org.openhersys.identity.SettableClock;

@QuarkusTest
class TotpEnrolmentTest {
  private static final String ENROLMENTS = "/api/v1/accounts/totp-enrolments";
  private static final Duration STEP = Duration.ofSeconds(30);

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
  void theSecretIsShownAsTextAndAsAUriForAnApp() {
    Person person = people.unenrolled();

    JsonPath enrolment = started(person);

    String uri = enrolment.getString("otpauthUri");
    assertEquals(
        "otpauth://totp/OpenHERSYS:%s?secret=%s&issuer=OpenHERSYS&algorithm=SHA1&digits=6&period=30"
            .formatted(person.loginId(), enrolment.getString("secret")),
        uri);
  }

  @Test
  void bothPicturesSayTheUri() {
    JsonPath enrolment = started(people.unenrolled());

    String uri = enrolment.getString("otpauthUri");
    assertEquals(
        uri, QrCodes.readPng(Base64.getDecoder().decode(enrolment.getString("qrCodePng"))));
    assertEquals(uri, QrCodes.readSvg(enrolment.getString("qrCodeSvg")));
  }

  @Test
  void theFirstCodeIsAnsweredWithTenRecoveryCodesThatLogIn() {
    Person person = people.unenrolled();
    JsonPath enrolment = started(person);

    List<String> codes = confirmed(enrolment, code(enrolment)).path("recoveryCodes");

    assertEquals(10, Set.copyOf(codes).size());
    posted(
            "/api/v1/sessions",
            "{\"loginId\": \"%s\", \"password\": \"%s\", \"recoveryCode\": \"%s\"}"
                .formatted(person.loginId(), People.PASSWORD, codes.get(0)))
        .then()
        .statusCode(201)
        .body("recoveryCodesLeft", equalTo(9));
  }

  @Test
  void anEnrolmentCountsOnlyAfterItsFirstRightCode() {
    Person person = people.unenrolled();
    JsonPath enrolment = started(person);

    logIn(person.loginId(), People.PASSWORD, code(enrolment)).then().statusCode(401);
    confirmed(enrolment, "000000x").then().statusCode(401);
    logIn(person.loginId(), People.PASSWORD, code(enrolment)).then().statusCode(401);
    confirmed(enrolment, code(enrolment)).then().statusCode(200);

    clock.pass(STEP);
    logIn(person.loginId(), People.PASSWORD, code(enrolment)).then().statusCode(201);
  }

  @Test
  void theCodeThatConfirmsDoesNotLogIn() {
    Person person = people.unenrolled();
    JsonPath enrolment = started(person);
    confirmed(enrolment, code(enrolment)).then().statusCode(200);

    logIn(person.loginId(), People.PASSWORD, code(enrolment)).then().statusCode(401);
  }

  @Test
  void whoHasEnrolledCannotEnrolAgain() {
    Person person = people.staff();

    posted(ENROLMENTS, credentials(person.loginId(), People.PASSWORD))
        .then()
        .statusCode(401)
        .body("errors[0].code", equalTo("CREDENTIALS_REFUSED"));
  }

  @Test
  void ofTwoOpenEnrolmentsTheFirstConfirmedCounts() {
    Person person = people.unenrolled();
    JsonPath first = started(person);
    JsonPath second = started(person);
    confirmed(second, code(second)).then().statusCode(200);

    confirmed(first, code(first)).then().statusCode(404);

    clock.pass(STEP);
    logIn(person.loginId(), People.PASSWORD, code(second)).then().statusCode(201);
  }

  @Test
  void ofManyConfirmationsAtOnceOneSucceeds() {
    JsonPath enrolment = started(people.unenrolled());
    String code = code(enrolment);

    List<Integer> statuses =
        atOnce(5, () -> confirmed(enrolment, code)).stream().map(Response::statusCode).toList();

    assertEquals(
        1, statuses.stream().filter(status -> status == 200).count(), () -> statuses.toString());
  }

  @Test
  void anEnrolmentIsOverAfterTenMinutes() {
    JsonPath enrolment = started(people.unenrolled());

    clock.pass(Duration.ofMinutes(10));

    confirmed(enrolment, code(enrolment)).then().statusCode(404);
  }

  @Test
  void aWrongPasswordAndAnUnknownLoginIdAreAnsweredAlike() {
    Person person = people.unenrolled();

    posted(ENROLMENTS, credentials(person.loginId(), "wrong-password")).then().statusCode(401);
    posted(ENROLMENTS, credentials("mihon.nobody-enrols", People.PASSWORD))
        .then()
        .statusCode(401)
        .body("errors[0].code", equalTo("CREDENTIALS_REFUSED"));
  }

  @Test
  void anUnknownEnrolmentIsNotFound() {
    posted(ENROLMENTS + "/" + UUID.randomUUID() + "/confirmation", "{\"code\": \"000000\"}")
        .then()
        .statusCode(404);
    posted(ENROLMENTS + "/not-an-id/confirmation", "{\"code\": \"000000\"}").then().statusCode(404);
  }

  @Test
  void beginningAndConfirmingStandInTheAccessLog() {
    Person person = people.unenrolled();
    JsonPath enrolment = started(person);
    confirmed(enrolment, "000000x").then().statusCode(401);
    confirmed(enrolment, code(enrolment)).then().statusCode(200);

    assertEquals(List.of("totp-enrolment.begin", "totp-enrolment.confirm"), logged(person.id()));
  }

  @Test
  void missingMembersAreTold() {
    posted(ENROLMENTS, "{}")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/loginId", "/password")));
    posted(ENROLMENTS + "/" + UUID.randomUUID() + "/confirmation", "{}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", startsWith("/code"));
  }

  private static JsonPath started(Person person) {
    return posted(ENROLMENTS, credentials(person.loginId(), People.PASSWORD))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static Response confirmed(JsonPath enrolment, String code) {
    return posted(
        ENROLMENTS + "/" + enrolment.getString("id") + "/confirmation",
        "{\"code\": \"%s\"}".formatted(code));
  }

  private String code(JsonPath enrolment) {
    return People.codeOf(new Base32().decode(enrolment.getString("secret")), clock.instant());
  }

  private static String credentials(String loginId, String password) {
    return "{\"loginId\": \"%s\", \"password\": \"%s\"}".formatted(loginId, password);
  }
}
