package org.openhersys.tracking.custody;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.http.IfMatch;
import org.openhersys.api.json.Body;
import org.openhersys.api.time.Japan;

/** 関係保健所 of a case. */
@Path("/api/v1/cases/{id}/related-centres")
@Produces(MediaType.APPLICATION_JSON)
public class RelatedCentresResource {
  private final CurrentCaller caller;
  private final ListingRelatedCentres listing;
  private final SharingCase sharing;
  private final Clock clock;

  @Inject
  RelatedCentresResource(
      CurrentCaller caller, ListingRelatedCentres listing, SharingCase sharing, Clock clock) {
    this.caller = caller;
    this.listing = listing;
    this.sharing = sharing;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER, Scopes.CASE_READ})
  public RestResponse<RelatedCentres> listRelatedCentres(@PathParam("id") UUID id) {
    return answer(listing.list(caller.get(), id));
  }

  @PUT
  @Path("/{organisationId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
  public RestResponse<RelatedCentres> setRelatedCentre(
      @PathParam("id") UUID id,
      @PathParam("organisationId") UUID organisationId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<RelatedCentreSetting> body) {
    RelatedCentreSetting.Judged setting =
        body.valid(body.value().findings(Japan.today(clock))).judged();
    return answer(sharing.set(caller.get(), id, organisationId, new IfMatch(ifMatch), setting));
  }

  @DELETE
  @Path("/{organisationId}")
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
  public RestResponse<RelatedCentres> removeRelatedCentre(
      @PathParam("id") UUID id,
      @PathParam("organisationId") UUID organisationId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(sharing.remove(caller.get(), id, organisationId, new IfMatch(ifMatch)));
  }

  private static RestResponse<RelatedCentres> answer(RelatedCentres centres) {
    return ResponseBuilder.ok(centres).header(HttpHeaders.ETAG, centres.tag()).build();
  }
}
