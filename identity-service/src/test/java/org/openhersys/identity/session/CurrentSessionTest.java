package org.openhersys.identity.session;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.openhersys.identity.IdentityService.bearing;
import static org.openhersys.identity.IdentityService.logged;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;
import org.openhersys.identity.SettableClock;
import org.openhersys.identity.client.Machine;

@QuarkusTest
class CurrentSessionTest {
  private static final String CURRENT = "/api/v1/sessions/current";

  @Inject People people;
  @Inject SettableClock clock;

  @AfterEach
  void letTimeRun() {
    clock.run();
  }

  @Test
  void aPersonSeesWhoItIs() {
    Person staff = people.staff();
    String token = staff.token();

    bearing(token)
        .get(CURRENT)
        .then()
        .statusCode(200)
        .body("account.id", equalTo(staff.id().toString()))
        .body("account.displayName", equalTo("見本 花子"))
        .body("role", equalTo("HEALTH_CENTRE_STAFF"));
  }

  @Test
  void afterLoggingOutTheTokenIsRefusedAtTheNextRequest() {
    String token = people.staff().token();
    bearing(token).delete(CURRENT).then().statusCode(204);

    bearing(token).get(CURRENT).then().statusCode(401);
    bearing(token).delete(CURRENT).then().statusCode(401);
    bearing(token).get("/api/v1/organisations").then().statusCode(401);
  }

  @Test
  void loggingOutEndsNoOtherSession() {
    clock.stop();
    Person staff = people.staff();
    String first = staff.token();
    clock.pass(Duration.ofSeconds(30));
    String second = staff.token();

    bearing(first).delete(CURRENT).then().statusCode(204);

    bearing(second).get(CURRENT).then().statusCode(200);
  }

  @Test
  void aDisabledAccountsTokenIsRefusedAtTheNextRequest() {
    Person staff = people.staff();
    String token = staff.token();

    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "update identity.account set state = 'DISABLED' where id = ?", staff.id()));

    bearing(token).get(CURRENT).then().statusCode(401);
  }

  @Test
  void aMachineHasNoSessionToSeeButMayEndItsTokens() {
    String token = Machine.of(Directory.healthCentre(), "case.read").token();

    bearing(token).get(CURRENT).then().statusCode(403);
    bearing(token).delete(CURRENT).then().statusCode(204);
    bearing(token).get("/api/v1/organisations").then().statusCode(401);
  }

  @Test
  void loggingInAndOutStandInTheAccessLogWithIdsOnly() {
    Person staff = people.staff();
    bearing(staff.token()).delete(CURRENT).then().statusCode(204);

    assertEquals(List.of("session.begin", "session.end"), logged(staff.id()));
    List<String> rows = rowsOf(staff.id());
    assertFalse(
        rows.stream().anyMatch(row -> row.contains(staff.loginId()) || row.contains("見本")),
        rows::toString);
  }

  private static List<String> rowsOf(UUID principal) {
    return HersysDatabase.owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select to_jsonb(l)::text from audit.access_log l where principal_id = ?")
                    .bind(0, principal)
                    .mapTo(String.class)
                    .list());
  }
}
