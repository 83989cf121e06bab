package org.openhersys.identity.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.Area;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;

/** Raw SQL as identity-service: who manages accounts, clients, settings and quotas of whom. */
@QuarkusTest
class ManagedRowsTest {
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
  void accountsAreNeitherMadeNorChangedByTheServiceItself() {
    assertEquals(
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf(
            "hersys_identity", "update identity.account set role = 'NATIONAL_ADMINISTRATOR'"));
    assertEquals(
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf("hersys_identity", "delete from identity.account"));
  }

  @Test
  void aManagerChangesNobodyOutsideOfWhatItManages() {
    Directory.Login manager = Directory.person(staff.organisation(), Role.HEALTH_CENTRE_MANAGER);
    String enter = RawSql.enter(manager);
    int renamed =
        RawSql.asIdentity(
            handle -> {
              handle.execute(enter);
              return handle.execute(
                  "update identity.account set display_name = '見本', changed_by = '%s'"
                      .formatted(manager.organisation()));
            });
    // In no other organisation's name.
    assertEquals(
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf(
            "hersys_identity",
            enter
                + "update identity.account set display_name = '見本', changed_by = '%s'"
                    .formatted(stranger.organisation())));
    // The manager and one colleague; the stranger is of another centre.
    assertEquals(2, renamed);
    assertEquals(
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf(
            "hersys_identity",
            enter + insert(stranger.organisation(), manager.principal(), "HEALTH_CENTRE_STAFF")));
    assertEquals(
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf(
            "hersys_identity",
            enter + insert(staff.organisation(), staff.id(), "HEALTH_CENTRE_STAFF")));
    assertEquals(
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf(
            "hersys_identity",
            enter + insert(staff.organisation(), manager.principal(), "LOCAL_GOVERNMENT_STAFF")));
    assertEquals(
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf(
            "hersys_identity",
            enter
                + "select identity.issue_activation('%s', sha256('x'), now(), now() + interval '1 day')"
                    .formatted(stranger.id())));
    assertEquals(
        List.of("NOT_FOUND"),
        RawSql.asIdentity(
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
                  return RawSql.asIdentity(
                      handle -> {
                        handle.execute(RawSql.enter(manager));
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
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf(
            "hersys_identity",
            RawSql.enter(manager)
                + "update identity.client set changed_by = '%s'".formatted(area.centre())));
  }

  @Test
  void whatIsBelowIsTheSameFromAboveAndFromBelow() {
    UUID government = Area.create().government();

    List<Integer> counts =
        RawSql.asIdentity(
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
          RawSql.asIdentity(
              handle -> {
                handle.execute(RawSql.enter(caller));
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

  private static void written(Directory.Login ministry, UUID hospital, UUID centre) {
    RawSql.asIdentity(
        handle -> {
          handle.execute(RawSql.enter(ministry));
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
    return RawSql.asIdentity(
        handle -> {
          handle.execute(RawSql.enter(login));
          return handle.execute(
              "update identity.%s set changed_by = ? where %s = ?".formatted(table, column),
              login.organisation(),
              id);
        });
  }

  private static int seenQuotas(Directory.Login login) {
    return RawSql.asIdentity(
        handle -> {
          handle.execute(RawSql.enter(login));
          return RawSql.count(handle, "identity.account_quota");
        });
  }

  private static String insert(UUID organisation, UUID issuer, String role) {
    return """
        insert into identity.account (id, organisation_id, login_id, display_name, role, state, created_by)
        values (gen_random_uuid(), '%s', 'mihon.forged', '見本', '%s', 'INVITED', '%s')
        """
        .formatted(organisation, role, issuer);
  }
}
