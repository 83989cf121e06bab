package org.openhersys.identity.settings;

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
import org.openhersys.api.json.Body;

/** 組織の設定. */
@Path("/api/v1/organisations/{id}/settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  RoleNames.NATIONAL_ADMINISTRATOR,
  RoleNames.LOCAL_GOVERNMENT_STAFF,
  RoleNames.HEALTH_CENTRE_MANAGER,
  RoleNames.INSTITUTION_MANAGER
})
public class OrganisationSettingsResource {
  private final CurrentCaller caller;
  private final ReadingSettings reading;
  private final ChangingSettings changing;

  @Inject
  OrganisationSettingsResource(
      CurrentCaller caller, ReadingSettings reading, ChangingSettings changing) {
    this.caller = caller;
    this.reading = reading;
    this.changing = changing;
  }

  @GET
  public RestResponse<OrganisationSettings> read(@PathParam("id") UUID id) {
    return answer(reading.read(caller.get(), id));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<OrganisationSettings> change(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<OrganisationSettingsChange> body) {
    return answer(changing.change(caller.get(), id, ifMatch, body));
  }

  private static RestResponse<OrganisationSettings> answer(OrganisationSettings settings) {
    return ResponseBuilder.ok(settings).header(HttpHeaders.ETAG, settings.tag()).build();
  }
}
