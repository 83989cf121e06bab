package org.openhersys.notification.quality;

import jakarta.annotation.security.RolesAllowed;
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
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.json.Body;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.notification.question.Answer;
import org.openhersys.notification.question.QuestionRequest;

/** 照会: what institutes and NIID ask the receiving centre about a notification. */
@Path("/api/v1/quality-checks")
@Produces(MediaType.APPLICATION_JSON)
public class QualityQueriesResource {
  private final CurrentCaller caller;
  private final ListingQueries listing;
  private final AskingQueries asking;
  private final SettlingQuery settling;

  QualityQueriesResource(
      CurrentCaller caller, ListingQueries listing, AskingQueries asking, SettlingQuery settling) {
    this.caller = caller;
    this.listing = listing;
    this.asking = asking;
    this.settling = settling;
  }

  /** What was asked of a centre, or by the caller's institute. */
  @GET
  @Path("/queries")
  @RolesAllowed({
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    RoleNames.LOCAL_INSTITUTE_STAFF,
    RoleNames.NATIONAL_SURVEILLANCE
  })
  public RestResponse<QualityQueryPage> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    QualityQueryPage page = listing.list(caller.get(), state, PageLimit.parse(limit), cursor);
    return NextLink.add(RestResponse.ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** Asks the receiving centre. */
  @POST
  @Path("/{id}/queries")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({RoleNames.LOCAL_INSTITUTE_STAFF, RoleNames.NATIONAL_SURVEILLANCE})
  public RestResponse<QualityQueries> ask(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      Body<QuestionRequest> body) {
    IdempotencyKey key = IdempotencyKey.optional(idempotencyKey);
    QuestionRequest request = body.valid(body.value().findings());
    QualityQueries all = asking.ask(caller.get(), id, request, key, body.raw());
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, all)
        .header(HttpHeaders.LOCATION, "/api/v1/quality-checks/" + id)
        .build();
  }

  /** The centre's reply, in 1 to 1,000 characters; once. */
  @POST
  @Path("/{id}/queries/{queryId}/reply")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
  public RestResponse<QualityQuery> reply(
      @PathParam("id") UUID id, @PathParam("queryId") UUID queryId, Body<Answer> body) {
    String reply = body.valid(body.value().findings()).judged();
    return RestResponse.ok(settling.reply(caller.get(), id, queryId, reply));
  }

  /** Whoever asked is content, or asks no longer. */
  @POST
  @Path("/{id}/queries/{queryId}/closure")
  @RolesAllowed({RoleNames.LOCAL_INSTITUTE_STAFF, RoleNames.NATIONAL_SURVEILLANCE})
  public RestResponse<QualityQuery> close(
      @PathParam("id") UUID id, @PathParam("queryId") UUID queryId) {
    return RestResponse.ok(settling.close(caller.get(), id, queryId));
  }
}
