package org.openhersys.tracking.testlist;

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

/** 検査タブ of a case. */
@Path("/api/v1/cases/{id}/tests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER, Scopes.CASE_READ})
public class TestListResource {
  private final CurrentCaller caller;
  private final ReadingTestList reading;

  @Inject
  TestListResource(CurrentCaller caller, ReadingTestList reading) {
    this.caller = caller;
    this.reading = reading;
  }

  /** The tests of the case. */
  @GET
  public TestList readCaseTests(@PathParam("id") UUID id) {
    return reading.read(caller.get(), id);
  }
}
