package org.openhersys.notification.dailycount;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;

/** 日別報告数 of many days and reporters: lists, sums, and who has not reported. */
@Path("/api/v1/daily-counts")
@Produces(MediaType.APPLICATION_JSON)
public class AreaCountsResource {
  private final CurrentCaller caller;
  private final ListingDailyCounts listing;
  private final SummingDailyCounts summing;
  private final ListingMissingReporters missing;
  private final CountedDays days;

  AreaCountsResource(
      CurrentCaller caller,
      ListingDailyCounts listing,
      SummingDailyCounts summing,
      ListingMissingReporters missing,
      CountedDays days) {
    this.caller = caller;
    this.listing = listing;
    this.summing = summing;
    this.missing = missing;
    this.days = days;
  }

  /** The counts of a period. */
  @GET
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.INSTITUTION_MANAGER,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    RoleNames.LOCAL_GOVERNMENT_STAFF
  })
  public RestResponse<DailyCountPage> list(
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    Caller who = caller.get();
    CountList list = CountList.of(who, CountPeriod.of(from, to, days.today()));
    DailyCountPage page = listing.list(who, list, PageLimit.parse(limit), cursor);
    return NextLink.add(RestResponse.ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** The sums of the area. */
  @GET
  @Path("/sums")
  @RolesAllowed({
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    RoleNames.LOCAL_GOVERNMENT_STAFF
  })
  public DailySums sums(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return summing.sum(caller.get(), CountPeriod.of(from, to, days.today()));
  }

  /** Who of the area has not reported a day. */
  @GET
  @Path("/missing")
  @RolesAllowed({
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    RoleNames.LOCAL_GOVERNMENT_STAFF
  })
  public RestResponse<MissingReporters> missing(
      @QueryParam("date") @Nullable String date,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    MissingReporters page =
        missing.list(
            caller.get(),
            CountPeriod.day(date, "date", days.today()),
            PageLimit.parse(limit),
            cursor);
    return NextLink.add(RestResponse.ResponseBuilder.ok(page), uri, page.next()).build();
  }
}
