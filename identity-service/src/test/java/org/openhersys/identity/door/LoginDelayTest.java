package org.openhersys.identity.door;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.identity.IdentityService.logIn;
import static org.openhersys.identity.IdentityService.posted;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;
import org.openhersys.identity.SettableClock;

@QuarkusTest
class LoginDelayTest {
  private static final int BEFORE_THE_WAIT = 6;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

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

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0",
    "5, 0",
    "6, 2",
    "7, 4",
    "8, 8",
    "12, 128",
    "13, 256",
    "14, 300",
    "1000000, 300"
  })
  void theWaitDoublesUpToFiveMinutes(int failures, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), LoginDelay.after(failures));
  }

  @Test
  void afterSixWrongAttemptsEvenTheRightOneWaits() {
    Person staff = people.staff();
    failToLogIn(staff.loginId());

    staff
        .logsIn()
        .then()
        .statusCode(429)
        .body("type", equalTo("urn:openhersys:problem:too-many-requests"));
  }

  @Test
  void retryAfterSaysWhenTheWaitIsOver() {
    Person staff = people.staff();
    failToLogIn(staff.loginId());
    int seconds = Integer.parseInt(staff.logsIn().header("Retry-After"));
    assertTrue(seconds >= 2 && seconds <= 3, () -> "Retry-After: " + seconds);

    clock.pass(Duration.ofSeconds(seconds));

    staff.logsIn().then().statusCode(201);
  }

  @Test
  void anAttemptDuringTheWaitDoesNotLengthenIt() {
    Person staff = people.staff();
    failToLogIn(staff.loginId());
    for (int i = 0; i < 5; i++) {
      staff.logsIn().then().statusCode(429);
    }

    clock.pass(FIRST_WAIT);

    staff.logsIn().then().statusCode(201);
  }

  @Test
  void theWaitGrowsWithEveryFurtherFailure() {
    Person staff = people.staff();
    failToLogIn(staff.loginId());
    clock.pass(FIRST_WAIT);
    wrong(staff.loginId()).then().statusCode(401);

    clock.pass(FIRST_WAIT);
    staff.logsIn().then().statusCode(429);

    clock.pass(FIRST_WAIT);
    staff.logsIn().then().statusCode(201);
  }

  @Test
  void aRightLoginBeginsTheCountAnew() {
    Person staff = people.staff();
    failToLogIn(staff.loginId());
    clock.pass(FIRST_WAIT);
    staff.logsIn().then().statusCode(201);

    wrong(staff.loginId()).then().statusCode(401);
    wrong(staff.loginId()).then().statusCode(401);
  }

  @Test
  void aLoginIdThatDoesNotExistWaitsAlike() {
    String nobody = "mihon." + UUID.randomUUID();
    failToLogIn(nobody);

    wrong(nobody).then().statusCode(429).header("Retry-After", equalTo("3"));
  }

  @Test
  void theDoorOfEnrolmentsCountsAndWaitsToo() {
    Person person = people.unenrolled();
    for (int i = 0; i < BEFORE_THE_WAIT; i++) {
      enrols(person, "wrong-password").then().statusCode(401);
    }

    enrols(person, People.PASSWORD).then().statusCode(429).header("Retry-After", equalTo("3"));
    wrong(person.loginId()).then().statusCode(429);
  }

  @Test
  void oneAccountsFailuresAreNotAnothers() {
    failToLogIn(people.staff().loginId());

    people.staff().logsIn().then().statusCode(201);
  }

  private static void failToLogIn(String loginId) {
    for (int i = 0; i < BEFORE_THE_WAIT; i++) {
      wrong(loginId).then().statusCode(401);
    }
  }

  private static Response wrong(String loginId) {
    return logIn(loginId, "wrong-password", "000000");
  }

  private static Response enrols(Person person, String password) {
    return posted(
        "/api/v1/accounts/totp-enrolments",
        "{\"loginId\": \"%s\", \"password\": \"%s\"}".formatted(person.loginId(), password));
  }
}
