package org.openhersys.tracking.feed;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.paging.PageLimit;

/** 変更の取得, for a health centre's own system. */
@Path("/api/v1/cases/changes")
@Produces(MediaType.APPLICATION_JSON)
public class CaseChangesResource {
  private final CurrentCaller caller;
  private final ReadingChanges reading;

  @Inject
  CaseChangesResource(CurrentCaller caller, ReadingChanges reading) {
    this.caller = caller;
    this.reading = reading;
  }

  @GET
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER, Scopes.CASE_READ})
  public CaseChanges readCaseChanges(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    return reading.read(caller.get(), PageLimit.parse(limit), cursor);
  }
}
