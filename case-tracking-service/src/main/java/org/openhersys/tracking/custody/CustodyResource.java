package org.openhersys.tracking.custody;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;

/** 担当・関係の履歴 of a case. */
@Path("/api/v1/cases/{id}/custody")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER, Scopes.CASE_READ})
public class CustodyResource {
  private final CurrentCaller caller;
  private final ReadingCustody reading;

  @Inject
  CustodyResource(CurrentCaller caller, ReadingCustody reading) {
    this.caller = caller;
    this.reading = reading;
  }

  @GET
  public CustodyHistory readCustody(@PathParam("id") UUID id) {
    return reading.read(caller.get(), id);
  }
}
