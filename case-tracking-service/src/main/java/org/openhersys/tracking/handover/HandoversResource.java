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
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.json.Body;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;

/** 引継ぎ: handing a case over to another health centre. */
@Path("/api/v1/handovers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
public class HandoversResource {
  private final CurrentCaller caller;
  private final RequestingHandover requesting;
  private final ListingHandovers listing;
  private final ReadingHandover reading;
  private final AcceptingHandover accepting;

  @Inject
  HandoversResource(
      CurrentCaller caller,
      RequestingHandover requesting,
      ListingHandovers listing,
      ReadingHandover reading,
      AcceptingHandover accepting) {
    this.caller = caller;
    this.requesting = requesting;
    this.listing = listing;
    this.reading = reading;
    this.accepting = accepting;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<Handover> requestHandover(
      @HeaderParam("Idempotency-Key") String idempotencyKey, Body<HandoverRequest> body) {
    IdempotencyKey key = IdempotencyKey.optional(idempotencyKey);
    HandoverRequest request = body.valid(body.value().findings());
    Handover made = requesting.request(caller.get(), request, key, body.raw());
    return ResponseBuilder.create(RestResponse.Status.CREATED, made)
        .header(HttpHeaders.LOCATION, "/api/v1/handovers/" + made.id())
        .header(HttpHeaders.ETAG, made.tag())
        .build();
  }

  @GET
  public RestResponse<HandoverPage> listHandovers(
      @QueryParam("direction") String direction,
      @QueryParam("state") String state,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    HandoverPage page =
        listing.list(
            caller.get(), HandoverFilter.of(direction, state), PageLimit.parse(limit), cursor);
    return NextLink.add(ResponseBuilder.ok(page), uri, page.next()).build();
  }

  @GET
  @Path("/{id}")
  public RestResponse<Handover> readHandover(@PathParam("id") UUID id) {
    return answer(reading.read(caller.get(), id));
  }

  @POST
  @Path("/{id}/acceptance")
  public RestResponse<Handover> acceptHandover(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(accepting.accept(caller.get(), id, ifMatch));
  }

  private static RestResponse<Handover> answer(Handover handover) {
    return ResponseBuilder.ok(handover).header(HttpHeaders.ETAG, handover.tag()).build();
  }
}
