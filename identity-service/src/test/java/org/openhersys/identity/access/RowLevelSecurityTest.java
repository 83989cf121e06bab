package org.openhersys.identity.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;

/** Raw SQL without any where-clause, as the roles of the services: who sees what. */
@QuarkusTest
class RowLevelSecurityTest {
  private static final List<String> OF_IDENTITY_ALONE =
      List.of(
          "identity.account",
          "identity.account_quota",
          "identity.organisation_setting",
          "identity.activation",
          "identity.idempotency_key",
          "identity.totp",
          "identity.totp_enrolment",
          "identity.recovery_code",
          "identity.session",
          "identity.client",
          "identity.client_assertion",
          "identity.signing_key",
          "identity.login_delay");

  @Inject People people;

  private Person staff;
  private Person stranger;

  @BeforeEach
  void logIn() {
    staff = people.staff();
    stranger = people.staff();
    staff.logsIn().then().statusCode(201);
    stranger.logsIn().then().statusCode(201);
  }

  @Test
  void withoutACallerNothingIsSeen() {
    for (String table : RawSql.PERSONAL) {
      int seen = RawSql.asIdentity(handle -> RawSql.count(handle, table));
      assertEquals(0, seen, table);
    }
  }

  @Test
  void aCallerSeesItsOwnSessionAndColleaguesAndNoSeeds() {
    Directory.Login login = Directory.person(staff.organisation(), Role.HEALTH_CENTRE_STAFF);
    people.staffOf(staff.organisation());

    RawSql.asIdentity(
        handle -> {
          login.enter(handle);
          assertEquals(
              List.of(login.session()), RawSql.ids(handle, "select id from identity.session"));
          assertEquals(
              List.of(staff.organisation()),
              RawSql.ids(handle, "select distinct organisation_id from identity.account"));
          assertEquals(0, RawSql.count(handle, "identity.totp"));
          return null;
        });
  }

  @Test
  void aFormerCallerCannotEnter() {
    Directory.Login former = Directory.person(staff.organisation(), Role.HEALTH_CENTRE_STAFF);
    former.revoke();

    assertEquals(
        "28000",
        RawSql.stateOf(
            "hersys_identity",
            "select identity.enter('%s', '%s', '%s')"
                .formatted(former.session(), former.organisation(), former.role().name())));
  }

  @Test
  void noOtherServiceReadsCredentialsSessionsOrKeys() {
    for (String role :
        List.of("hersys_notification", "hersys_tracking", "hersys_tracking_worker")) {
      for (String table : OF_IDENTITY_ALONE) {
        assertEquals(
            RawSql.INSUFFICIENT_PRIVILEGE,
            RawSql.stateOf(role, "select * from " + table),
            role + " " + table);
      }
      assertEquals(
          RawSql.INSUFFICIENT_PRIVILEGE,
          RawSql.stateOf(role, "select identity.knock('mihon')"),
          role + " knock");
    }
  }

  @Test
  void activationCodesAreReadByNobody() {
    assertEquals(
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf("hersys_identity", "select * from identity.activation"));
  }

  @Test
  void theAccessLogIsNotReadAndNobodyWritesInAnothersName() {
    assertEquals(
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf("hersys_identity", "select * from audit.access_log"));
    assertEquals(
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf(
            "hersys_identity",
            """
            select identity.knock('%s');
            insert into audit.access_log (id, principal_id, operation, outcome, subjects)
            values (gen_random_uuid(), '%s', 'session.begin', 'ALLOWED', '{}')
            """
                .formatted(staff.loginId(), stranger.id())));
  }
}
