package org.openhersys.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.commons.codec.binary.Base32;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.hostile.Attacked;
import org.openhersys.api.testing.hostile.HostileInputTest;
import org.openhersys.api.testing.hostile.Situation;
import org.openhersys.identity.People.Person;
import org.openhersys.identity.client.Machine;
import org.openhersys.identity.key.SigningKeys;

@QuarkusTest
class HostileIdentityTest extends HostileInputTest {
  @Inject Callers callers;
  @Inject People people;
  @Inject SigningKeys keys;
  @Inject SettableClock clock;

  @Override
  protected Attacked attacked() {
    return new Table();
  }

  /** How to get to the operations that are not reached by themselves. */
  private final class Table implements Attacked {

    @Override
    public String contract() {
      return "identity";
    }

    @Override
    public RSAKey signingKey() {
      return keys.signing();
    }

    @Override
    public String issuer() {
      return IdentitySettings.ISSUER;
    }

    @Override
    public Map<String, Supplier<Situation>> situations() {
      return Map.ofEntries(
          Map.entry("issueAccount", this::anAccountToIssue),
          Map.entry("listAccounts", Table::anAccount),
          Map.entry("/api/v1/accounts/{id}", Table::anAccount),
          Map.entry("activateAccount", this::anInvitation),
          Map.entry("changeOwnPassword", this::somebodyWithAPassword),
          Map.entry("renewRecoveryCodes", this::somebodyWithACode),
          Map.entry(
              "enrolTotp", () -> Situation.ofNobody().sending(credentials(people.unenrolled()))),
          Map.entry("confirmTotp", this::anEnrolment),
          Map.entry("logIn", this::somebodyEnrolled),
          Map.entry("listOrganisations", Table::aDirectory),
          Map.entry("/api/v1/organisations/{id}", Table::anOrganisation),
          Map.entry("importOrganisations", Table::aFile),
          Map.entry("changeAccountQuota", Table::aQuota),
          Map.entry("registerClient", Table::aClientToRegister),
          Map.entry("listClients", Table::twoClients),
          Map.entry("/api/v1/clients/{id}", Table::twoClients),
          Map.entry("issueToken", Table::aClient));
    }

    private static Login manager() {
      return Directory.person(Area.create().centre(), Role.HEALTH_CENTRE_MANAGER);
    }

    private Situation anAccountToIssue() {
      Login manager = manager();
      return Situation.of(manager)
          .sending(
              Invitations.request(
                  manager.organisation(), Invitations.loginId(), Role.HEALTH_CENTRE_STAFF));
    }

    private static Situation anAccount() {
      Login manager = manager();
      Login staff = Directory.person(manager.organisation(), Role.HEALTH_CENTRE_STAFF);
      return Situation.of(manager).with("id", staff.principal());
    }

    private Situation anInvitation() {
      Callers.Somebody manager = callers.at(Area.create().centre(), Role.HEALTH_CENTRE_MANAGER);
      String code =
          Invitations.issued(manager, manager.organisation(), Role.HEALTH_CENTRE_STAFF)
              .getString("activation.code");
      return Situation.ofNobody()
          .sending(
              "{\"activationCode\": \"%s\", \"password\": \"%s\"}"
                  .formatted(code, Invitations.PASSWORD));
    }

    private Situation somebodyWithAPassword() {
      return Situation.of(session(people.staff()))
          .sending(
              "{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}"
                  .formatted(People.PASSWORD, Invitations.PASSWORD));
    }

    private Situation somebodyWithACode() {
      Person person = people.staff();
      return Situation.of(session(person))
          .sending(
              "{\"password\": \"%s\", \"code\": \"%s\"}"
                  .formatted(People.PASSWORD, person.code(0)));
    }

    /** A session that no login has opened: that would have used the one-time code. */
    private static Login session(Person person) {
      UUID session = Uuids.next();
      Role role = Role.HEALTH_CENTRE_STAFF;
      HersysDatabase.owner()
          .useHandle(
              h ->
                  h.execute(
                      """
                      insert into identity.session (id, account_id, organisation_id, role, expires_at)
                      values (?, ?, ?, ?, now() + interval '1 day')
                      """,
                      session,
                      person.id(),
                      person.organisation(),
                      role.name()));
      return new Login(
          Caller.Kind.HUMAN,
          person.id(),
          session,
          person.organisation(),
          role,
          List.of(role.name()),
          null);
    }

    private static String credentials(Person person) {
      return "{\"loginId\": \"%s\", \"password\": \"%s\"}"
          .formatted(person.loginId(), People.PASSWORD);
    }

    private Situation somebodyEnrolled() {
      Person person = people.staff();
      return Situation.ofNobody()
          .sending(
              "{\"loginId\": \"%s\", \"password\": \"%s\", \"code\": \"%s\"}"
                  .formatted(person.loginId(), People.PASSWORD, person.code(0)));
    }

    private Situation anEnrolment() {
      JsonPath enrolment =
          IdentityService.posted(
                  "/api/v1/accounts/totp-enrolments", credentials(people.unenrolled()))
              .then()
              .statusCode(201)
              .extract()
              .jsonPath();
      String code =
          People.codeOf(new Base32().decode(enrolment.getString("secret")), clock.instant());
      return Situation.ofNobody()
          .with("id", enrolment.getString("id"))
          .sending("{\"code\": \"%s\"}".formatted(code));
    }

    private static Situation aDirectory() {
      Directory.healthCentre();
      return Situation.of(manager());
    }

    private static Situation anOrganisation() {
      Login manager = manager();
      return Situation.of(manager).with("id", manager.organisation());
    }

    private static Situation aQuota() {
      return Situation.of(
              Directory.person(
                  Directory.organisation("NATIONAL", "架空省", null), Role.NATIONAL_ADMINISTRATOR))
          .with("id", Area.create().centre());
    }

    private static Situation aFile() {
      Area area = Area.create();
      return Situation.of(Directory.person(area.government(), Role.LOCAL_GOVERNMENT_STAFF))
          .sending(
              """
              code,kind,name,nameKana,parentCode,municipalityCode,jurisdiction,mailAddress
              %s,MEDICAL_INSTITUTION,架空病院,,,%s,,
              """
                  .formatted(Area.codeOf(area.hospital()), area.municipality()));
    }

    private static Situation aClientToRegister() {
      Login manager = manager();
      return Situation.of(manager)
          .sending(
              "{\"organisationId\": \"%s\", \"name\": \"見本システム\", \"scopes\": [\"case.read\"], \"jwks\": %s}"
                  .formatted(
                      manager.organisation(),
                      new JWKSet(Machine.of(manager.organisation()).ec()).toString(true)));
    }

    private static Situation twoClients() {
      Login manager = manager();
      Directory.machine(manager.organisation(), "case.read");
      return Situation.of(manager)
          .with("id", Directory.machine(manager.organisation(), "case.read").principal());
    }

    private static Situation aClient() {
      Machine machine = Machine.of(Directory.healthCentre(), "case.read");
      return Situation.ofNobody().sending(machine.tokenRequest());
    }
  }
}
