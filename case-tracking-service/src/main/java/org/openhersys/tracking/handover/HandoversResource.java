package org.openhersys.tracking.handover;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.http.IfMatch;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.json.Body;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;

/** 引継ぎ: handing a case over to another health centre. */
@Path("/api/v1/handovers")
@Produces(MediaType.APPLICATION_JSON)
public class HandoversResource {
  private final CurrentCaller caller;
  private final RequestingHandover requesting;
  private final ListingHandovers listing;
  private final ReadingHandover reading;
  private final TurningHandover turning;

  @Inject
  HandoversResource(
      CurrentCaller caller,
      RequestingHandover requesting,
      ListingHandovers listing,
      ReadingHandover reading,
      TurningHandover turning) {
    this.caller = caller;
    this.requesting = requesting;
    this.listing = listing;
    this.reading = reading;
    this.turning = turning;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
  public RestResponse<Handover> requestHandover(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, Body<HandoverRequest> body) {
    IdempotencyKey key = IdempotencyKey.optional(idempotencyKey);
    HandoverRequest.Judged request = body.valid(body.value().findings()).judged();
    Handover made = requesting.request(caller.get(), request, key, body.raw());
    return ResponseBuilder.create(RestResponse.Status.CREATED, made)
        .header(HttpHeaders.LOCATION, "/api/v1/handovers/" + made.id())
        .header(HttpHeaders.ETAG, made.tag())
        .build();
  }

  @GET
  @RolesAllowed({
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    RoleNames.LOCAL_GOVERNMENT_STAFF
  })
  public RestResponse<HandoverPage> listHandovers(
      @QueryParam("direction") @Nullable String direction,
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    HandoverPage page =
        listing.list(
            caller.get(), HandoverFilter.of(direction, state), PageLimit.parse(limit), cursor);
    return NextLink.add(ResponseBuilder.ok(page), uri, page.next()).build();
  }

  @GET
  @RolesAllowed({
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    RoleNames.LOCAL_GOVERNMENT_STAFF
  })
  @Path("/{id}")
  public RestResponse<Handover> readHandover(@PathParam("id") UUID id) {
    return answer(reading.read(caller.get(), id));
  }

  @POST
  @Path("/{id}/acceptance")
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
  public RestResponse<Handover> acceptHandover(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(turning.accept(caller.get(), id, new IfMatch(ifMatch)));
  }

  @POST
  @Path("/{id}/declination")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
  public RestResponse<Handover> declineHandover(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<HandoverDeclination> body) {
    String reason = body.valid(body.value().findings()).judged();
    return answer(turning.decline(caller.get(), id, new IfMatch(ifMatch), reason));
  }

  @POST
  @Path("/{id}/cancellation")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
  public RestResponse<Handover> cancelHandover(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<HandoverCancellation> body) {
    String reason = body.valid(body.value().findings()).reason();
    return answer(turning.cancel(caller.get(), id, new IfMatch(ifMatch), reason));
  }

  @POST
  @Path("/{id}/return")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
  public RestResponse<Handover> returnHandover(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<HandoverReturn> body) {
    String reason = body.valid(body.value().findings()).judged();
    return answer(turning.giveBack(caller.get(), id, new IfMatch(ifMatch), reason));
  }

  @POST
  @Path("/{id}/assignment")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(RoleNames.LOCAL_GOVERNMENT_STAFF)
  public RestResponse<Handover> assignHandover(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<HandoverAssignment> body) {
    HandoverAssignment.Judged wanted = body.valid(body.value().findings()).judged();
    return answer(turning.assign(caller.get(), id, new IfMatch(ifMatch), wanted));
  }

  private static RestResponse<Handover> answer(Handover handover) {
    return ResponseBuilder.ok(handover).header(HttpHeaders.ETAG, handover.tag()).build();
  }
}
