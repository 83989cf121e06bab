package org.openhersys.identity.matrix;

import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.identity.Callers;
import org.openhersys.identity.Callers.Somebody;
import org.openhersys.identity.IdentityService;
import org.openhersys.identity.Invitations;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;
import org.openhersys.identity.client.Machine;

/** What is open to everybody who has the right password, code or key. */
final class DoorScene {
  private final People people;
  private final Clock clock;
  private final UUID organisation = Directory.healthCentre();
  private final Somebody manager;

  DoorScene(People people, Callers callers, Clock clock) {
    this.people = people;
    this.clock = clock;
    this.manager = callers.at(organisation, Role.HEALTH_CENTRE_MANAGER);
  }

  Asking askingByRole(String operation, String caller) {
    Asking asking = Asking.by(caller, organisation).again();
    return switch (operation) {
      case "activateAccount" -> asking.sending(activation());
      case "enrolTotp" -> asking.sending(credentials(people.unenrolled()));
      case "confirmTotp" -> confirmation(asking);
      case "logIn" -> {
        Person person = people.staff();
        yield asking.sending(
            credentials(person).replace("}", ", \"code\": \"" + person.code(0) + "\"}"));
      }
      case "issueToken" -> asking.sending(Machine.of(organisation, "case.read").tokenRequest());
      default -> asking;
    };
  }

  private String activation() {
    return "{\"activationCode\": \"%s\", \"password\": \"%s\"}"
        .formatted(
            Invitations.issued(manager, organisation, Role.HEALTH_CENTRE_STAFF)
                .getString("activation.code"),
            Invitations.PASSWORD);
  }

  private Asking confirmation(Asking asking) {
    JsonPath enrolment =
        IdentityService.posted("/api/v1/accounts/totp-enrolments", credentials(people.unenrolled()))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    byte[] seed = new Base32().decode(enrolment.getString("secret"));
    return asking
        .of("id", enrolment.getString("id"))
        .sending("{\"code\": \"%s\"}".formatted(People.codeOf(seed, clock.instant())));
  }

  private static String credentials(Person person) {
    return "{\"loginId\": \"%s\", \"password\": \"%s\"}"
        .formatted(person.loginId(), People.PASSWORD);
  }
}
