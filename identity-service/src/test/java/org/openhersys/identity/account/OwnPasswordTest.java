package org.openhersys.identity.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.identity.Callers;
import org.openhersys.identity.IdentityService;
import org.openhersys.identity.Invitations;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;
import org.openhersys.identity.SettableClock;

@QuarkusTest
class OwnPasswordTest {
  @Inject People people;
  @Inject Callers callers;
  @Inject SettableClock clock;

  private Person person;
  private String token;

  @BeforeEach
  void logIn() {
    clock.stop();
    person = people.staff();
    token = person.token();
  }

  @AfterEach
  void letTimeRun() {
    clock.run();
  }

  @Test
  void theNewPasswordCountsAndTheOtherSessionsAreOver() {
    clock.pass(Duration.ofSeconds(30));
    String other = person.token();

    changed(token, People.PASSWORD, Invitations.PASSWORD).then().statusCode(204);

    IdentityService.bearing(token).get("/api/v1/sessions/current").then().statusCode(200);
    IdentityService.bearing(other).get("/api/v1/sessions/current").then().statusCode(401);
    clock.pass(Duration.ofSeconds(30));
    person.logsIn().then().statusCode(401);
    IdentityService.logIn(person.loginId(), Invitations.PASSWORD, person.code(0))
        .then()
        .statusCode(201);
  }

  @Test
  void aWrongPresentPasswordIsRefusedAndSlowed() {
    for (int i = 0; i < 6; i++) {
      changed(token, "wrong-password", Invitations.PASSWORD)
          .then()
          .statusCode(422)
          .body("errors[0].pointer", equalTo("/currentPassword"))
          .body("errors[0].code", equalTo("PASSWORD_WRONG"));
    }

    changed(token, People.PASSWORD, Invitations.PASSWORD).then().statusCode(429);
  }

  @Test
  void aWeakNewPasswordIsRefusedAndDoesNotCount() {
    for (int i = 0; i < 8; i++) {
      changed(token, People.PASSWORD, "password1234")
          .then()
          .statusCode(422)
          .body("errors.pointer", hasItem("/newPassword"));
    }
  }

  @Test
  void missingMembersAreTold() {
    IdentityService.bearing(token)
        .contentType("application/json")
        .body("{}")
        .put("/api/v1/accounts/current/password")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/currentPassword", "/newPassword")));
  }

  @Test
  void aMachineHasNoPasswordAndNobodyIsNobody() {
    String machine = callers.machine(Directory.healthCentre(), "case.read").token();

    changed(machine, People.PASSWORD, Invitations.PASSWORD).then().statusCode(403);
    IdentityService.anonymous()
        .contentType("application/json")
        .body("{\"currentPassword\": \"a\", \"newPassword\": \"b\"}")
        .put("/api/v1/accounts/current/password")
        .then()
        .statusCode(401);
  }

  @Test
  void theChangeStandsInTheAccessLog() {
    changed(token, People.PASSWORD, Invitations.PASSWORD).then().statusCode(204);

    assertEquals(
        List.of("session.begin", "account.change-password"), IdentityService.logged(person.id()));
  }

  private static Response changed(String token, String current, String wanted) {
    return IdentityService.bearing(token)
        .contentType("application/json")
        .body("{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(current, wanted))
        .put("/api/v1/accounts/current/password");
  }
}
