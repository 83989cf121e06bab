package org.openhersys.identity;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.TestIssuer;
import org.openhersys.identity.key.SigningKeys;

/** Fixtures: people of any role who are logged in, with tokens of the service's own key. */
@Singleton
public class Callers {
  private final SigningKeys keys;

  @Inject
  Callers(SigningKeys keys) {
    this.keys = keys;
  }

  /** Somebody with that role. */
  public Somebody at(UUID organisation, Role role) {
    return of(Directory.person(organisation, role));
  }

  /** 国の管理者. */
  public Somebody administrator() {
    return at(Directory.organisation("NATIONAL", "架空省", null), Role.NATIONAL_ADMINISTRATOR);
  }

  /** A machine client. */
  public Somebody machine(UUID organisation, String... scopes) {
    return of(Directory.machine(organisation, scopes));
  }

  private Somebody of(Directory.Login login) {
    String token =
        TestIssuer.sign(login.claims().issuer(IdentitySettings.ISSUER).build(), keys.signing());
    return new Somebody(login, token);
  }

  /** Somebody who is logged in. */
  public record Somebody(Directory.Login login, String token) {

    /** The account, or the client. */
    public UUID id() {
      return login.principal();
    }

    public UUID organisation() {
      return login.organisation();
    }

    /** A request of theirs. */
    public RequestSpecification asks() {
      return IdentityService.bearing(token);
    }

    /** A request of theirs with a JSON body. */
    public RequestSpecification sends(String body) {
      return asks().contentType("application/json").body(body);
    }
  }
}
