package org.openhersys.identity.totp;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.identity.IdentityService.anonymous;
import static org.openhersys.identity.IdentityService.atOnce;
import static org.openhersys.identity.IdentityService.bearing;
import static org.openhersys.identity.IdentityService.logged;
import static org.openhersys.identity.IdentityService.posted;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;
import org.openhersys.identity.SettableClock;
import org.openhersys.identity.client.Machine;

/** 回復コードの再発行. */
@QuarkusTest
class RecoveryCodesRenewalTest {
  private static final String PATH = "/api/v1/accounts/current/recovery-codes";
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
  void tenNewCodesComeAndTheOldOnesAreVoid() {
    Person staff = people.staff();
    String token = staff.token();
    List<String> old = renewed(staff, token);

    List<String> fresh = renewed(staff, token);

    assertEquals(20, new HashSet<>(union(old, fresh)).size());
    byRecoveryCode(staff, old.get(0)).then().statusCode(401);
    byRecoveryCode(staff, fresh.get(0)).then().statusCode(201);
  }

  @Test
  void aSessionThatWasLeftOpenIsNotEnough() {
    Person staff = people.staff();
    String token = staff.token();
    clock.pass(STEP);

    refused(renewal(bearing(token), "wrong-password", staff.code(0)));
    refused(renewal(bearing(token), People.PASSWORD, "000000x"));
    renewal(bearing(token), People.PASSWORD, staff.code(0)).then().statusCode(201);
  }

  @Test
  void theCodeThatLoggedInIsUsedUp() {
    Person staff = people.staff();
    String token = staff.token();

    refused(renewal(bearing(token), People.PASSWORD, staff.code(0)));
  }

  @Test
  void guessesWaitAsAtTheLoginDoor() {
    Person staff = people.staff();
    String token = staff.token();
    for (int i = 0; i < 6; i++) {
      refused(renewal(bearing(token), "wrong-password", "000000"));
    }

    renewal(bearing(token), People.PASSWORD, staff.code(1)).then().statusCode(429);
    staff.logsIn().then().statusCode(429);
  }

  @Test
  void ofManyRenewalsAtOnceOneCounts() {
    Person staff = people.staff();
    String token = staff.token();
    clock.pass(STEP);
    String code = staff.code(0);

    List<Response> answers = atOnce(5, () -> renewal(bearing(token), People.PASSWORD, code));

    assertEquals(1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
    assertEquals(10, codesOf(staff));
  }

  @Test
  void onlyDigestsAreKept() {
    Person staff = people.staff();
    String code = renewed(staff, staff.token()).get(0);

    String kept =
        HersysDatabase.owner()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select string_agg(encode(digest, 'escape'), '|') from identity.recovery_code where account_id = ?")
                        .bind(0, staff.id())
                        .mapTo(String.class)
                        .one());

    assertTrue(!kept.contains(code) && !kept.contains(code.replace("-", "")), kept);
  }

  @Test
  void whoeverTakesTheAppAwayTakesTheCodesAway() {
    Person staff = people.staff();
    renewed(staff, staff.token());

    HersysDatabase.owner()
        .useHandle(
            handle -> handle.execute("delete from identity.totp where account_id = ?", staff.id()));

    assertEquals(0, codesOf(staff));
  }

  @Test
  void renewingStandsInTheAccessLog() {
    Person staff = people.staff();
    renewed(staff, staff.token());

    assertEquals(List.of("session.begin", "recovery-code.renew"), logged(staff.id()));
  }

  @Test
  void missingMembersAreTold() {
    bearing(people.staff().token())
        .contentType("application/json")
        .body("{}")
        .post(PATH)
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/password", "/code")));
  }

  @ParameterizedTest
  @EnumSource
  void everyRoleRenewsItsOwn(Role role) {
    Person person = people.withRole(Directory.organisation("SUPPORT", "架空組織", null), role);

    renewed(person, person.token());
  }

  @Test
  void withoutATokenAndForASystemThereIsNothingToRenew() {
    Machine machine = Machine.of(Directory.institution(null), "notification.read");

    renewal(anonymous(), People.PASSWORD, "000000").then().statusCode(401);
    renewal(bearing(machine.token()), People.PASSWORD, "000000").then().statusCode(403);
  }

  private List<String> renewed(Person person, String token) {
    clock.pass(STEP);
    return renewal(bearing(token), People.PASSWORD, person.code(0))
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .body("recoveryCodes", hasSize(10))
        .extract()
        .path("recoveryCodes");
  }

  private static Response renewal(RequestSpecification request, String password, String code) {
    return request
        .contentType("application/json")
        .body("{\"password\": \"%s\", \"code\": \"%s\"}".formatted(password, code))
        .post(PATH);
  }

  private static Response byRecoveryCode(Person person, String code) {
    return posted(
        "/api/v1/sessions",
        "{\"loginId\": \"%s\", \"password\": \"%s\", \"recoveryCode\": \"%s\"}"
            .formatted(person.loginId(), People.PASSWORD, code));
  }

  private static void refused(Response answer) {
    answer.then().statusCode(401).body("errors[0].code", equalTo("CREDENTIALS_REFUSED"));
  }

  private static int codesOf(Person person) {
    return HersysDatabase.owner()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from identity.recovery_code where account_id = ?")
                    .bind(0, person.id())
                    .mapTo(Integer.class)
                    .one());
  }

  private static List<String> union(List<String> some, List<String> others) {
    return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
  }
}
