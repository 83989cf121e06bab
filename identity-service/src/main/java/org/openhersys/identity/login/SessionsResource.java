package org.openhersys.identity.login;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.openhersys.api.json.Body;

/** The login door. */
@Path("/api/v1/sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
  private static final String CURRENT = "/api/v1/sessions/current";

  private final LoggingIn loggingIn;

  @Inject
  SessionsResource(LoggingIn loggingIn) {
    this.loggingIn = loggingIn;
  }

  /** ログイン. */
  @POST
  @PermitAll
  public RestResponse<Login> logIn(Body<LoginRequest> body) {
    Login login = loggingIn.logIn(body.valid(body.value().findings()).judged());
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, login)
        .header("Location", CURRENT)
        .build();
  }
}
