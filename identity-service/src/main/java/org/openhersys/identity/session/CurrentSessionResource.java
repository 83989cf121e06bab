package org.openhersys.identity.session;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.openhersys.api.caller.CurrentCaller;

/** The caller's own session. */
@Path("/api/v1/sessions/current")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class CurrentSessionResource {
  private final CurrentCaller caller;
  private final OwnSession own;

  @Inject
  CurrentSessionResource(CurrentCaller caller, OwnSession own) {
    this.caller = caller;
    this.own = own;
  }

  /** Who am I. */
  @GET
  public Session read() {
    return own.read(caller.get());
  }

  /** ログアウト. */
  @DELETE
  public void logOut() {
    own.end(caller.get());
  }
}
