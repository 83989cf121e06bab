package org.openhersys.identity;

import com.nimbusds.jose.jwk.RSAKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.codec.binary.Base32;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.hostile.Attacked;
import org.openhersys.api.testing.hostile.HostileInputTest;
import org.openhersys.api.testing.hostile.Situation;
import org.openhersys.identity.People.Person;
import org.openhersys.identity.client.Machine;
import org.openhersys.identity.key.SigningKeys;

@QuarkusTest
class HostileIdentityTest extends HostileInputTest {
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
      return Map.of(
          "enrolTotp", () -> Situation.ofNobody().sending(credentials(people.unenrolled())),
          "confirmTotp", this::anEnrolment,
          "logIn", this::somebodyEnrolled,
          "listOrganisations", Table::aDirectory,
          "/api/v1/organisations/{id}", Table::anOrganisation,
          "issueToken", Table::aClient);
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
      return Situation.of(Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF));
    }

    private static Situation anOrganisation() {
      return Situation.of(Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF))
          .with("id", Directory.healthCentre());
    }

    private static Situation aClient() {
      Machine machine = Machine.of(Directory.healthCentre(), "case.read");
      return Situation.ofNobody().sending(machine.tokenRequest());
    }
  }
}
