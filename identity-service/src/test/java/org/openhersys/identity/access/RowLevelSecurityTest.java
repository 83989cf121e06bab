package org.openhersys.identity.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.Area;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;

/** Raw SQL without any where-clause, as the roles of the services. */
@QuarkusTest
class RowLevelSecurityTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final List<String> PERSONAL =
      List.of(
          "identity.account",
          "identity.totp",
          "identity.totp_enrolment",
          "identity.recovery_code",
          "identity.session",
          "identity.client",
          "identity.organisation_setting",
          "identity.account_quota");
  private static final String ENTER = "select identity.enter('%s', '%s', '%s');";
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
    for (String table : PERSONAL) {
      int seen = asIdentity(handle -> count(handle, table));
      assertEquals(0, seen, table);
    }
  }

  @Test
  void atTheDoorOnlyTheAccountThatWasNamedIsSeen() {
    assertEquals(List.of(staff.id()), atDoorOf(staff, "select id from identity.account"));
    assertEquals(List.of(staff.id()), atDoorOf(staff, "select account_id from identity.totp"));
    assertEquals(List.of(staff.id()), atDoorOf(staff, "select account_id from identity.session"));
  }

  @Test
  void atTheDoorOfNobodyNothingIsSeen() {
    for (String table : PERSONAL) {
      int seen =
          asIdentity(
              handle -> {
                handle.execute("select identity.knock('mihon.nobody')");
                return count(handle, table);
              });
      assertEquals(0, seen, table);
    }
  }

  @Test
  void theDoorIsShutAgainAfterTheTransaction() {
    int seen =
        HersysDatabase.as("hersys_identity")
            .withHandle(
                handle -> {
                  handle.useTransaction(
                      inner -> inner.execute("select identity.knock(?)", staff.loginId()));
                  return count(handle, "identity.account");
                });

    assertEquals(0, seen);
  }

  @Test
  void aCallerSeesItsOwnSessionAndColleaguesAndNoSeeds() {
    Directory.Login login = Directory.person(staff.organisation(), Role.HEALTH_CENTRE_STAFF);
    people.staffOf(staff.organisation());

    asIdentity(
        handle -> {
          login.enter(handle);
          assertEquals(List.of(login.session()), ids(handle, "select id from identity.session"));
          assertEquals(
              List.of(staff.organisation()),
              ids(handle, "select distinct organisation_id from identity.account"));
          assertEquals(0, count(handle, "identity.totp"));
          return null;
        });
  }

  @Test
  void aFormerCallerCannotEnter() {
    Directory.Login former = Directory.person(staff.organisation(), Role.HEALTH_CENTRE_STAFF);
    former.revoke();

    assertEquals(
        "28000",
        stateOf(
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
            INSUFFICIENT_PRIVILEGE, stateOf(role, "select * from " + table), role + " " + table);
      }
      assertEquals(
          INSUFFICIENT_PRIVILEGE, stateOf(role, "select identity.knock('mihon')"), role + " knock");
    }
  }

  @Test
  void accountsAreNeitherMadeNorChangedByTheServiceItself() {
    assertEquals(
        INSUFFICIENT_PRIVILEGE,
        stateOf("hersys_identity", "update identity.account set role = 'NATIONAL_ADMINISTRATOR'"));
    assertEquals(
        INSUFFICIENT_PRIVILEGE, stateOf("hersys_identity", "delete from identity.account"));
  }

  @Test
  void aPasswordHashIsReadAtItsOwnDoorAlone() {
    assertEquals(
        INSUFFICIENT_PRIVILEGE,
        stateOf(
            "hersys_identity",
            "select identity.knock('%s'); select password_hash from identity.account"
                .formatted(staff.loginId())));
    String hash =
        asIdentity(
            handle -> {
              handle.execute("select identity.knock(?)", staff.loginId());
              return handle.createQuery("select identity.hash_at_door()").mapTo(String.class).one();
            });
    assertTrue(hash.startsWith("$argon2id$"));
  }

  @Test
  void activationCodesAreReadByNobody() {
    assertEquals(
        INSUFFICIENT_PRIVILEGE, stateOf("hersys_identity", "select * from identity.activation"));
  }

  @Test
  void aManagerChangesNobodyOutsideOfWhatItManages() {
    Directory.Login manager = Directory.person(staff.organisation(), Role.HEALTH_CENTRE_MANAGER);
    String enter =
        ENTER.formatted(manager.session(), manager.organisation(), manager.role().name());
    int renamed =
        asIdentity(
            handle -> {
              handle.execute(enter);
              return handle.execute(
                  "update identity.account set display_name = '見本', changed_by = '%s'"
                      .formatted(manager.organisation()));
            });
    // In no other organisation's name.
    assertEquals(
        INSUFFICIENT_PRIVILEGE,
        stateOf(
            "hersys_identity",
            enter
                + "update identity.account set display_name = '見本', changed_by = '%s'"
                    .formatted(stranger.organisation())));
    // The manager and one colleague; the stranger is of another centre.
    assertEquals(2, renamed);
    assertEquals(
        INSUFFICIENT_PRIVILEGE,
        stateOf(
            "hersys_identity",
            enter + insert(stranger.organisation(), manager.principal(), "HEALTH_CENTRE_STAFF")));
    assertEquals(
        INSUFFICIENT_PRIVILEGE,
        stateOf(
            "hersys_identity",
            enter + insert(staff.organisation(), staff.id(), "HEALTH_CENTRE_STAFF")));
    assertEquals(
        INSUFFICIENT_PRIVILEGE,
        stateOf(
            "hersys_identity",
            enter + insert(staff.organisation(), manager.principal(), "LOCAL_GOVERNMENT_STAFF")));
    assertEquals(
        INSUFFICIENT_PRIVILEGE,
        stateOf(
            "hersys_identity",
            enter
                + "select identity.issue_activation('%s', sha256('x'), now(), now() + interval '1 day')"
                    .formatted(stranger.id())));
    assertEquals(
        List.of("NOT_FOUND"),
        asIdentity(
            handle -> {
              handle.execute(enter);
              return handle
                  .createQuery(
                      "select identity.withdraw_account('%s', 1, 'INVITED', now())"
                          .formatted(stranger.id()))
                  .mapTo(String.class)
                  .list();
            }));
  }

  @Test
  void whoMayNotKnowOfAnAdministratorDoesNotWaitForOne() {
    Directory.Login administrator =
        Directory.person(
            Directory.organisation("NATIONAL", "架空省", null), Role.NATIONAL_ADMINISTRATOR);
    Directory.Login manager = Directory.person(staff.organisation(), Role.HEALTH_CENTRE_MANAGER);

    String outcome =
        HersysDatabase.owner()
            .inTransaction(
                holding -> {
                  holding.execute(
                      "select from identity.account where id = ? for update",
                      administrator.principal());
                  return asIdentity(
                      handle -> {
                        handle.execute(enter(manager));
                        return handle
                            .createQuery(
                                "select identity.withdraw_account(?, 1, 'DISABLED', now())")
                            .bind(0, administrator.principal())
                            .mapTo(String.class)
                            .one();
                      });
                });

    assertEquals("NOT_FOUND", outcome);
  }

  @Test
  void clientsSettingsAndQuotasAreSeenAndChangedByWhoKeepsThemAlone() {
    Area area = Area.create();
    UUID client = Directory.machine(area.hospital(), "notification.read").principal();
    Directory.Login ministry =
        Directory.person(
            Directory.organisation("NATIONAL", "架空省", null), Role.NATIONAL_ADMINISTRATOR);
    written(ministry, area.hospital(), area.centre());

    for (Directory.Login keeper :
        List.of(
            ministry,
            Directory.person(area.centre(), Role.HEALTH_CENTRE_MANAGER),
            Directory.person(area.hospital(), Role.INSTITUTION_MANAGER))) {
      assertEquals(1, changed(keeper, "client", "id", client), keeper.role().name());
      assertEquals(
          1,
          changed(keeper, "organisation_setting", "organisation_id", area.hospital()),
          keeper.role().name());
    }
    Directory.Login government = Directory.person(area.government(), Role.LOCAL_GOVERNMENT_STAFF);
    assertEquals(0, changed(government, "client", "id", client));
    assertEquals(
        1, changed(government, "organisation_setting", "organisation_id", area.hospital()));
    for (Directory.Login other :
        List.of(
            Directory.person(stranger.organisation(), Role.HEALTH_CENTRE_MANAGER),
            Directory.person(Area.create().government(), Role.LOCAL_GOVERNMENT_STAFF),
            Directory.person(area.centre(), Role.HEALTH_CENTRE_STAFF),
            Directory.person(area.hospital(), Role.PHYSICIAN))) {
      assertEquals(0, changed(other, "client", "id", client), other.role().name());
      assertEquals(
          0,
          changed(other, "organisation_setting", "organisation_id", area.hospital()),
          other.role().name());
    }
    assertEquals(1, changed(ministry, "account_quota", "health_centre_id", area.centre()));
    assertEquals(0, changed(government, "account_quota", "health_centre_id", area.centre()));
    assertEquals(1, seenQuotas(government));
    assertEquals(0, seenQuotas(Directory.person(area.anotherCentre(), Role.HEALTH_CENTRE_MANAGER)));
  }

  @Test
  void whoKeepsAClientChangesItInNoOtherName() {
    Area area = Area.create();
    Directory.machine(area.hospital(), "notification.read");
    Directory.Login manager = Directory.person(area.hospital(), Role.INSTITUTION_MANAGER);

    assertEquals(
        INSUFFICIENT_PRIVILEGE,
        stateOf(
            "hersys_identity",
            enter(manager)
                + "update identity.client set changed_by = '%s'".formatted(area.centre())));
  }

  @Test
  void aClientAtTheDoorIsHeldAndNotChanged() {
    UUID client = Directory.machine(staff.organisation(), "case.read").principal();
    String knock = "select identity.knock_client('%s');".formatted(client);

    List<UUID> held =
        asIdentity(
            handle -> {
              handle.execute(knock);
              return ids(handle, "select id from identity.client for share");
            });

    assertEquals(List.of(client), held);
    assertEquals(
        INSUFFICIENT_PRIVILEGE,
        stateOf("hersys_identity", knock + "update identity.client set active = true"));
  }

  @Test
  void whatIsBelowIsTheSameFromAboveAndFromBelow() {
    UUID government = Area.create().government();

    List<Integer> counts =
        asIdentity(
            handle ->
                handle
                    .createQuery(
                        """
                        select unnest(array[
                          count(*) filter (where below),
                          count(*) filter (where below <> identity.is_below(id, '%1$s'))])
                        from (select id, id in (select identity.organisations_below('%1$s')) as below
                              from identity.organisation) o
                        """
                            .formatted(government))
                    .mapTo(Integer.class)
                    .list());

    // The centre and the institute.
    assertEquals(List.of(2, 0), counts);
  }

  @Test
  void theListOfWhatMayBeManagedIsWhatMayBeManaged() {
    Area area = Area.create();
    for (Directory.Login caller :
        List.of(
            Directory.person(
                Directory.organisation("NATIONAL", "架空省", null), Role.NATIONAL_ADMINISTRATOR),
            Directory.person(area.government(), Role.LOCAL_GOVERNMENT_STAFF),
            Directory.person(area.centre(), Role.HEALTH_CENTRE_MANAGER),
            Directory.person(area.hospital(), Role.INSTITUTION_MANAGER),
            Directory.person(area.centre(), Role.HEALTH_CENTRE_STAFF))) {
      int different =
          asIdentity(
              handle -> {
                handle.execute(
                    ENTER.formatted(caller.session(), caller.organisation(), caller.role().name()));
                return handle
                    .createQuery(
                        """
                        select count(*) from identity.organisation o
                        where (o.id in (select identity.managed_organisations()))
                              <> exists (select from unnest(array['%s']) r where identity.may_manage(o.id, r))
                        """
                            .formatted(
                                Arrays.stream(Role.values())
                                    .map(Role::name)
                                    .collect(Collectors.joining("','"))))
                    .mapTo(Integer.class)
                    .one();
              });
      assertEquals(0, different, caller.role().name());
    }
  }

  @Test
  void theAccessLogIsNotReadAndNobodyWritesInAnothersName() {
    assertEquals(
        INSUFFICIENT_PRIVILEGE, stateOf("hersys_identity", "select * from audit.access_log"));
    assertEquals(
        INSUFFICIENT_PRIVILEGE,
        stateOf(
            "hersys_identity",
            """
            select identity.knock('%s');
            insert into audit.access_log (id, principal_id, operation, outcome, subjects)
            values (gen_random_uuid(), '%s', 'session.begin', 'ALLOWED', '{}')
            """
                .formatted(staff.loginId(), stranger.id())));
  }

  private static void written(Directory.Login ministry, UUID hospital, UUID centre) {
    asIdentity(
        handle -> {
          handle.execute(enter(ministry));
          handle.execute(
              "insert into identity.organisation_setting (organisation_id, mail_address, changed_by) values (?, 'byouin@kakuu.example', ?)",
              hospital,
              ministry.organisation());
          return handle.execute(
              "insert into identity.account_quota (health_centre_id, total, changed_by) values (?, 3, ?)",
              centre,
              ministry.organisation());
        });
  }

  private static int changed(Directory.Login login, String table, String column, UUID id) {
    return asIdentity(
        handle -> {
          handle.execute(enter(login));
          return handle.execute(
              "update identity.%s set changed_by = ? where %s = ?".formatted(table, column),
              login.organisation(),
              id);
        });
  }

  private static int seenQuotas(Directory.Login login) {
    return asIdentity(
        handle -> {
          handle.execute(enter(login));
          return count(handle, "identity.account_quota");
        });
  }

  private static String enter(Directory.Login login) {
    return ENTER.formatted(login.session(), login.organisation(), login.role().name());
  }

  private static String insert(UUID organisation, UUID issuer, String role) {
    return """
        insert into identity.account (id, organisation_id, login_id, display_name, role, state, created_by)
        values (gen_random_uuid(), '%s', 'mihon.forged', '見本', '%s', 'INVITED', '%s')
        """
        .formatted(organisation, role, issuer);
  }

  private static <T> T asIdentity(Function<Handle, T> work) {
    return HersysDatabase.as("hersys_identity").inTransaction(work::apply);
  }

  private static List<UUID> atDoorOf(Person person, String query) {
    return asIdentity(
        handle -> {
          handle.execute("select identity.knock(?)", person.loginId());
          return ids(handle, query);
        });
  }

  private static List<UUID> ids(Handle handle, String query) {
    return handle.createQuery(query).mapTo(UUID.class).list();
  }

  private static int count(Handle handle, String table) {
    return handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one();
  }

  private static String stateOf(String role, String statement) {
    UnableToExecuteStatementException refused =
        assertThrows(
            UnableToExecuteStatementException.class,
            () -> HersysDatabase.as(role).useTransaction(handle -> handle.execute(statement)),
            statement);
    assertTrue(refused.getCause() instanceof SQLException, statement);
    return ((SQLException) refused.getCause()).getSQLState();
  }
}
