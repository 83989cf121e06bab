package org.openhersys.identity.key;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where verifiers fetch the issuer's keys. */
@Path("/.well-known/jwks.json")
public class KeysResource {
  private final SigningKeys keys;

  @Inject
  KeysResource(SigningKeys keys) {
    this.keys = keys;
  }

  /** The published keys. */
  @GET
  @PermitAll
  @Blocking
  @Produces(MediaType.APPLICATION_JSON)
  public KeySet keys() {
    return KeySet.of(keys.published());
  }
}
