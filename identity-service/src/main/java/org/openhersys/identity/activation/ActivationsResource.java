package org.openhersys.identity.activation;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.openhersys.api.json.Body;

/** The first step of a new holder. */
@Path("/api/v1/accounts/activations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ActivationsResource {
  private final ActivatingAccount activating;

  @Inject
  ActivationsResource(ActivatingAccount activating) {
    this.activating = activating;
  }

  /** アクティベーション. */
  @POST
  @PermitAll
  public ActivatedAccount activate(Body<ActivationRequest> body) {
    return activating.activate(body.valid(body.value().findings()).judged());
  }
}
