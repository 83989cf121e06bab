package org.openhersys.api.testing.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
    return strangers(endpoint).stream()
        .map(
            stranger ->
                Attempt.answered(
                    stranger.name(), r -> r.bearing(fixture.token(stranger.beside(fixture))), 403));
  }

  /** Somebody whom an operation does not admit. */
  record Stranger(String name, Function<UUID, Login> login) {
    /** Logged in, at the organisation of one who is admitted. */
    Login beside(Fixture fixture) {
      return login.apply(fixture.situation().caller().organisation());
    }
  }

  static List<Stranger> strangers(Endpoint endpoint) {
    List<Stranger> strangers = new ArrayList<>();
    for (Role role : Role.values()) {
      if (!endpoint.admitsPeople()
          || (!endpoint.roles().isEmpty() && !endpoint.roles().contains(role))) {
        strangers.add(
            new Stranger(role.name(), organisation -> Directory.person(organisation, role)));
      }
    }
    if (!endpoint.admitsEveryMachine()) {
      SCOPES.stream()
          .filter(scope -> !endpoint.scopes().contains(scope))
          .map(scope -> new Stranger(scope, organisation -> Directory.machine(organisation, scope)))
          .forEach(strangers::add);
    }
    return strangers;
  }
}
