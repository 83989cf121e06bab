package org.openhersys.identity.matrix;

import java.util.UUID;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;

/** What is one's own: password, recovery codes, session. Each asker is somebody new. */
final class OwnScene {
  private final People people;
  private final UUID organisation = Directory.healthCentre();

  OwnScene(People people) {
    this.people = people;
  }

  Asking askingByRole(String operation, String caller) {
    return asking(operation, caller).again();
  }

  private Asking asking(String operation, String caller) {
    return switch (operation) {
      case "changeOwnPassword" ->
          withPassword(caller)
              .sending(
                  "{\"currentPassword\": \"%s\", \"newPassword\": \"kurage-to-tomato-no-natsu\"}"
                      .formatted(People.PASSWORD));
      case "renewRecoveryCodes" -> {
        Person person = people.staffOf(organisation);
        yield as(person, Asking.by(caller, organisation))
            .sending(
                "{\"password\": \"%s\", \"code\": \"%s\"}"
                    .formatted(People.PASSWORD, person.code(0)));
      }
      default -> Asking.by(caller, organisation);
    };
  }

  private Asking withPassword(String caller) {
    return as(people.staffOf(organisation), Asking.by(caller, organisation));
  }

  /** The same caller, if a person, as the one with that password and authenticator app. */
  private static Asking as(Person person, Asking asking) {
    Login login = asking.caller();
    if (login == null || login.kind() == Caller.Kind.MACHINE) {
      return asking;
    }
    HersysDatabase.owner()
        .useTransaction(
            h -> {
              h.execute(
                  "update identity.account set role = ? where id = ?",
                  login.role().name(),
                  person.id());
              h.execute(
                  "update identity.session set account_id = ? where id = ?",
                  person.id(),
                  login.session());
            });
    return Asking.by(
        new Login(
            login.kind(),
            person.id(),
            login.session(),
            login.organisation(),
            login.role(),
            login.groups(),
            null));
  }
}
