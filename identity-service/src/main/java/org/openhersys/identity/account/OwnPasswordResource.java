package org.openhersys.identity.account;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.json.Body;

/** The password of the account that is logged in. */
@Path("/api/v1/accounts/current/password")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class OwnPasswordResource {
  private final CurrentCaller caller;
  private final ChangingOwnPassword changing;

  @Inject
  OwnPasswordResource(CurrentCaller caller, ChangingOwnPassword changing) {
    this.caller = caller;
    this.changing = changing;
  }

  /** パスワードの変更. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public void change(Body<PasswordChange> body) {
    changing.change(caller.get(), body.valid(body.value().findings()).judged());
  }
}
