package org.openhersys.identity.totp;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.json.Body;

/** Recovery codes of the person who is logged in. */
@Path("/api/v1/accounts/current/recovery-codes")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RecoveryCodesResource {
  private final CurrentCaller caller;
  private final RenewingRecoveryCodes renewing;

  @Inject
  RecoveryCodesResource(CurrentCaller caller, RenewingRecoveryCodes renewing) {
    this.caller = caller;
    this.renewing = renewing;
  }

  /** 回復コードの再発行. */
  @POST
  @ResponseStatus(201)
  public NewRecoveryCodes renew(Body<RecoveryCodesRequest> body) {
    return renewing.renew(caller.get(), body.valid(body.value().findings()).judged());
  }
}
