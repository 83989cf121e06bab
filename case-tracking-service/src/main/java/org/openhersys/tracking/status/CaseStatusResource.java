package org.openhersys.tracking.status;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.json.Body;

/** 現在のステータス of a case. */
@Path("/api/v1/cases/{id}/status")
@Produces(MediaType.APPLICATION_JSON)
public class CaseStatusResource {
  private final CurrentCaller caller;
  private final ReadingStatus reading;
  private final ChangingStatus changing;

  @Inject
  CaseStatusResource(CurrentCaller caller, ReadingStatus reading, ChangingStatus changing) {
    this.caller = caller;
    this.reading = reading;
    this.changing = changing;
  }

  @GET
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER, Scopes.CASE_READ})
  public RestResponse<CaseStatus> readCaseStatus(@PathParam("id") UUID id) {
    return answer(reading.read(caller.get(), id));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
  public RestResponse<CaseStatus> changeCaseStatus(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<StatusChange> body) {
    StatusChange.Judged change = body.valid(body.value().findings()).judged();
    return answer(changing.change(caller.get(), id, ifMatch, change));
  }

  private static RestResponse<CaseStatus> answer(CaseStatus status) {
    return ResponseBuilder.ok(status).header(HttpHeaders.ETAG, status.tag()).build();
  }
}
