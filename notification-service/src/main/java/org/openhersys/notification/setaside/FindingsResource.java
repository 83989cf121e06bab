package org.openhersys.notification.setaside;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.Language;
import org.openhersys.notification.submission.KeptNotification;
import org.openhersys.notification.submission.Notification;

/** 警告 of a notification: {@code /api/v1/notifications/{id}/findings}. */
@Path("/api/v1/notifications/{id}/findings")
@Produces(MediaType.APPLICATION_JSON)
public class FindingsResource {
  private final CurrentCaller caller;
  private final SettingFindingAside setting;
  private final Language language;

  FindingsResource(CurrentCaller caller, SettingFindingAside setting, Language language) {
    this.caller = caller;
    this.setting = setting;
    this.language = language;
  }

  /** Sets a warning aside. */
  @POST
  @Path("/set-aside")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER
  })
  public RestResponse<Notification> setAside(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context HttpHeaders headers,
      Body<SetAsideRequest> body) {
    SetAsideRequest request = body.valid(body.value().findings());
    KeptNotification present = setting.setAside(caller.get(), id, ifMatch, request);
    return RestResponse.ResponseBuilder.ok(Notification.of(present, language.of(headers)))
        .header(HttpHeaders.ETAG, present.tag())
        .build();
  }
}
