package org.openhersys.notification.quality;

import jakarta.annotation.security.RolesAllowed;
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
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.Language;
import org.openhersys.api.time.Japan;

/** 精度管理: work lists, sheets, checks, and error rates. */
@Path("/api/v1/quality-checks")
@Produces(MediaType.APPLICATION_JSON)
public class QualityChecksResource {
  private final CurrentCaller caller;
  private final ListingChecks listing;
  private final CheckingNotification checking;
  private final RatingInstitutions rating;
  private final Language language;
  private final Clock clock;

  QualityChecksResource(
      CurrentCaller caller,
      ListingChecks listing,
      CheckingNotification checking,
      RatingInstitutions rating,
      Language language,
      Clock clock) {
    this.caller = caller;
    this.listing = listing;
    this.checking = checking;
    this.rating = rating;
    this.language = language;
    this.clock = clock;
  }

  /** The work list of the caller's step. */
  @GET
  @RolesAllowed({RoleNames.LOCAL_INSTITUTE_STAFF, RoleNames.NATIONAL_SURVEILLANCE})
  public RestResponse<QualityCheckPage> list(
      @QueryParam("step") @Nullable String step,
      @QueryParam("need") @Nullable String need,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    Caller who = caller.get();
    QualityCheckPage page =
        listing.list(
            who,
            new QualityWorkList(QualityStep.asked(who, step), QualityNeed.asked(need)),
            PageLimit.parse(limit),
            cursor);
    return NextLink.add(RestResponse.ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** Error rates per institution. */
  @GET
  @Path("/institutions")
  @RolesAllowed({
    RoleNames.HEALTH_CENTRE_MANAGER,
    RoleNames.LOCAL_INSTITUTE_STAFF,
    RoleNames.NATIONAL_SURVEILLANCE
  })
  public RestResponse<InstitutionQualityPage> rate(
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    Days days = Days.parse(from, to, Japan.today(clock));
    InstitutionQualityPage page = rating.rate(caller.get(), days, PageLimit.parse(limit), cursor);
    return NextLink.add(RestResponse.ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** The sheet to check by. */
  @GET
  @Path("/{id}")
  @RolesAllowed({
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    RoleNames.LOCAL_INSTITUTE_STAFF,
    RoleNames.NATIONAL_SURVEILLANCE
  })
  public RestResponse<QualitySheet> read(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    Caller who = caller.get();
    return answer(who, checking.read(who, id), headers);
  }

  /** Says that the caller's step is done. */
  @POST
  @Path("/{id}/checks")
  @RolesAllowed({RoleNames.LOCAL_INSTITUTE_STAFF, RoleNames.NATIONAL_SURVEILLANCE})
  public RestResponse<QualitySheet> check(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return answer(who, checking.check(who, id, ifMatch), headers);
  }

  private RestResponse<QualitySheet> answer(Caller who, KeptCheck kept, HttpHeaders headers) {
    return RestResponse.ResponseBuilder.ok(QualitySheet.of(kept, who, language.of(headers)))
        .header(HttpHeaders.ETAG, kept.tag())
        .build();
  }
}
