package org.openhersys.api.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.openhersys.api.problem.ProblemException;

/** The caller of the present request. */
@RequestScoped
public class CurrentCaller {
  private final SecurityIdentity identity;

  @Inject
  CurrentCaller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * The caller.
   *
   * @throws ProblemException 401 when the token is not one of this system's access tokens
   */
  public Caller get() {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      throw ProblemException.unauthenticated();
    }
    try {
      Caller.Kind kind = Caller.Kind.valueOf(token.getClaim("kind"));
      Set<String> groups = Set.copyOf(token.getGroups());
      boolean human = kind == Caller.Kind.HUMAN;
      return new Caller(
          kind,
          UUID.fromString(token.getClaim("sid")),
          UUID.fromString(token.getSubject()),
          UUID.fromString(token.getClaim("org")),
          human ? Role.valueOf(groups.iterator().next()) : null,
          human ? Set.of() : groups,
          token.getClaim("operator"));
    } catch (RuntimeException notOurs) {
      throw ProblemException.unauthenticated();
    }
  }
}
