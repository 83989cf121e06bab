package org.openhersys.identity.client;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openhersys.api.caller.Scopes;

/** Metadata of the token endpoint. */
@Path("/.well-known")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class ServerMetadataResource {
  private static final List<String> GRANTS = List.of("client_credentials");
  private static final List<String> METHODS = List.of("private_key_jwt");
  private static final List<String> ALGORITHMS = List.of("RS384", "ES384");
  private static final List<String> SCOPES =
      List.of(Scopes.NOTIFICATION_WRITE, Scopes.NOTIFICATION_READ, Scopes.CASE_READ);

  private final String issuer;

  @Inject
  ServerMetadataResource(@ConfigProperty(name = "hersys.issuer") String issuer) {
    this.issuer = issuer;
  }

  /** SMART App Launch 2.2. */
  @GET
  @Path("smart-configuration")
  public ServerMetadata.SmartConfiguration smart() {
    return new ServerMetadata.SmartConfiguration(
        issuer,
        issuer + "/.well-known/jwks.json",
        issuer + "/oauth2/token",
        GRANTS,
        METHODS,
        ALGORITHMS,
        SCOPES,
        List.of("S256"),
        List.of("client-confidential-asymmetric"));
  }

  /** RFC 8414. */
  @GET
  @Path("oauth-authorization-server")
  public ServerMetadata.AuthorizationServerMetadata oauth() {
    return new ServerMetadata.AuthorizationServerMetadata(
        issuer,
        issuer + "/.well-known/jwks.json",
        issuer + "/oauth2/token",
        GRANTS,
        List.of(),
        METHODS,
        ALGORITHMS,
        SCOPES);
  }
}
