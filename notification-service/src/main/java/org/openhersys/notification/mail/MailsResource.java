package org.openhersys.notification.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;

/** 通知メール: {@code /api/v1/mails}. */
@Path("/api/v1/mails")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  RoleNames.NATIONAL_ADMINISTRATOR,
  RoleNames.HEALTH_CENTRE_MANAGER,
  RoleNames.INSTITUTION_MANAGER
})
public class MailsResource {
  private final CurrentCaller caller;
  private final ListingMails listing;
  private final RetryingMail retrying;

  @Inject
  MailsResource(CurrentCaller caller, ListingMails listing, RetryingMail retrying) {
    this.caller = caller;
    this.listing = listing;
    this.retrying = retrying;
  }

  /** A page of the newest, of 1 to 500. */
  @GET
  public RestResponse<MailPage> listMails(
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    MailPage page =
        listing.list(caller.get(), MailState.asked(state), PageLimit.parse(limit), cursor);
    return NextLink.add(ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** Puts a parked mail back to waiting. */
  @POST
  @Path("/{id}/retry")
  public Mail retryMail(@PathParam("id") UUID id) {
    return retrying.retry(caller.get(), id);
  }
}
