package org.openhersys.notification.sheet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.problem.Language;

/** 保健所確認 of a notification. */
@Path("/api/v1/notifications/{id}/confirmation")
@Produces(MediaType.APPLICATION_JSON)
public class ConfirmationResource {
  private final CurrentCaller caller;
  private final ReadingSheet reading;
  private final ConfirmingNotification confirming;
  private final Language language;

  ConfirmationResource(
      CurrentCaller caller,
      ReadingSheet reading,
      ConfirmingNotification confirming,
      Language language) {
    this.caller = caller;
    this.reading = reading;
    this.confirming = confirming;
    this.language = language;
  }

  /** The sheet to confirm by. */
  @GET
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.INSTITUTION_MANAGER,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER
  })
  public RestResponse<ConfirmationSheet> read(
      @PathParam("id") UUID id, @Context HttpHeaders headers) {
    Caller who = caller.get();
    return answer(who, reading.read(who, id), headers);
  }

  /** Confirms the notification. */
  @POST
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
  public RestResponse<ConfirmationSheet> confirm(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return answer(who, confirming.confirm(who, id, ifMatch), headers);
  }

  private RestResponse<ConfirmationSheet> answer(Caller who, KeptSheet sheet, HttpHeaders headers) {
    return RestResponse.ResponseBuilder.ok(
            ConfirmationSheet.of(sheet, WhoMayConfirm.obstacle(who, sheet), language.of(headers)))
        .header(HttpHeaders.ETAG, sheet.tag())
        .build();
  }
}
