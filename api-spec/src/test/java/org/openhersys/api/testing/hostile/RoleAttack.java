package org.openhersys.api.testing.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.openhersys.api.caller.Role;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;

/** Everybody whom the contract does not admit, of the same organisation as one who is. */
final class RoleAttack implements Attack {
  private static final List<String> SCOPES =
      List.of(Scopes.NOTIFICATION_WRITE, Scopes.NOTIFICATION_READ, Scopes.CASE_READ);

  @Override
  public Stream<Attempt> against(Endpoint endpoint, Fixture fixture) {
    if (!endpoint.isProtected()) {
      return Stream.empty();
    }
    UUID organisation = fixture.situation().caller().organisation();
    return strangers(endpoint, organisation).stream()
        .map(
            login ->
                Attempt.answered(
                    login.groups().toString(), r -> r.bearing(fixture.token(login)), 403));
  }

  /** Logins with a live session that the operation does not admit. */
  static List<Login> strangers(Endpoint endpoint, UUID organisation) {
    List<Login> strangers = new ArrayList<>();
    for (Role role : Role.values()) {
      if (!endpoint.admitsPeople()
          || (!endpoint.roles().isEmpty() && !endpoint.roles().contains(role))) {
        strangers.add(Directory.person(organisation, role));
      }
    }
    if (!endpoint.admitsEveryMachine()) {
      SCOPES.stream()
          .filter(scope -> !endpoint.scopes().contains(scope))
          .forEach(scope -> strangers.add(Directory.machine(organisation, scope)));
    }
    return strangers;
  }
}
