package org.openhersys.notification.worklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.json.Body;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;

/** 発生届の一覧と検索. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  RoleNames.PHYSICIAN,
  RoleNames.CLERK,
  RoleNames.INSTITUTION_MANAGER,
  RoleNames.HEALTH_CENTRE_STAFF,
  RoleNames.HEALTH_CENTRE_MANAGER
})
public class WorkListResource {
  private final CurrentCaller caller;
  private final ListingNotifications listing;
  private final SearchingNotifications searching;

  WorkListResource(
      CurrentCaller caller, ListingNotifications listing, SearchingNotifications searching) {
    this.caller = caller;
    this.listing = listing;
    this.searching = searching;
  }

  /** The work list. */
  @GET
  public RestResponse<NotificationPage> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    Caller who = caller.get();
    NotificationPage page =
        listing.list(who, WorkList.of(who, state), PageLimit.parse(limit), cursor);
    return NextLink.add(RestResponse.ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** Looks a notification up. */
  @POST
  @Path("/search")
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<NotificationPage> search(Body<NotificationSearch> body) {
    NotificationSearch asked = body.valid(body.value().findings());
    return RestResponse.ok(
        searching.search(
            caller.get(), asked.criteria(), PageLimit.of(asked.limit()), asked.cursor()));
  }
}
