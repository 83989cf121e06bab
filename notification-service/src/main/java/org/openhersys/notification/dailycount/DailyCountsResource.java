package org.openhersys.notification.dailycount;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.json.Body;

/** 日別報告数: what was counted on a day, reported, read and corrected. */
@Path("/api/v1/daily-counts")
@Produces(MediaType.APPLICATION_JSON)
public class DailyCountsResource {
  /** The regular expression keeps "sums" and its like from being taken for a day. */
  private static final String DAY = "/{date: [0-9]{4}-[0-9]{2}-[0-9]{2}}";

  private final CurrentCaller caller;
  private final ReportingDailyCount reporting;
  private final ReadingDailyCount reading;
  private final CorrectingDailyCount correcting;

  DailyCountsResource(
      CurrentCaller caller,
      ReportingDailyCount reporting,
      ReadingDailyCount reading,
      CorrectingDailyCount correcting) {
    this.caller = caller;
    this.reporting = reporting;
    this.reading = reading;
    this.correcting = correcting;
  }

  /** The age bands. */
  @GET
  @Path("/age-bands")
  @PermitAll
  public AgeBands ageBands() {
    return AgeBands.IN_USE;
  }

  /** Reports a day of the own organisation, or corrects it on the same day. */
  @PUT
  @Path(DAY)
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.INSTITUTION_MANAGER,
    Scopes.NOTIFICATION_WRITE
  })
  public RestResponse<DailyCountHistory> report(
      @PathParam("date") LocalDate date,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<DailyCountReport> body) {
    TaggedCount present = reporting.report(caller.get(), date, ifMatch, body);
    return answer(present, present.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK);
  }

  /** What the own organisation reported for a day. */
  @GET
  @Path(DAY)
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.INSTITUTION_MANAGER,
    Scopes.NOTIFICATION_READ
  })
  public RestResponse<DailyCountHistory> readOwn(@PathParam("date") LocalDate date) {
    Caller who = caller.get();
    return answer(reading.read(who, who.organisationId(), date), RestResponse.Status.OK);
  }

  /** What an organisation reported for a day. */
  @GET
  @Path(DAY + "/organisations/{id}")
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.INSTITUTION_MANAGER,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    RoleNames.LOCAL_GOVERNMENT_STAFF
  })
  public RestResponse<DailyCountHistory> read(
      @PathParam("date") LocalDate date, @PathParam("id") UUID id) {
    return answer(reading.read(caller.get(), id, date), RestResponse.Status.OK);
  }

  /** Corrects what an organisation of the area reported for a day. */
  @PUT
  @Path(DAY + "/organisations/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(RoleNames.LOCAL_GOVERNMENT_STAFF)
  public RestResponse<DailyCountHistory> correct(
      @PathParam("date") LocalDate date,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<DailyCountCorrection> body) {
    DailyCountCorrection correction = body.valid(body.value().findings());
    return answer(
        correcting.correct(caller.get(), id, date, ifMatch, correction), RestResponse.Status.OK);
  }

  private static RestResponse<DailyCountHistory> answer(
      TaggedCount present, RestResponse.Status status) {
    return RestResponse.ResponseBuilder.create(status, present.count())
        .header(HttpHeaders.ETAG, present.tag())
        .build();
  }
}
