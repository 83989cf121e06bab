package org.openhersys.notification.withdrawal;

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
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.Language;
import org.openhersys.notification.reason.GivenReason;
import org.openhersys.notification.submission.KeptNotification;
import org.openhersys.notification.submission.Notification;

/** 発生届の取下げ. */
@Path("/api/v1/notifications/{id}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
public class WithdrawalResource {
  private final CurrentCaller caller;
  private final WithdrawingNotification withdrawing;
  private final Language language;

  WithdrawalResource(CurrentCaller caller, WithdrawingNotification withdrawing, Language language) {
    this.caller = caller;
    this.withdrawing = withdrawing;
    this.language = language;
  }

  /** Takes a notification back that was a mistake. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    Scopes.NOTIFICATION_WRITE
  })
  public RestResponse<Notification> withdraw(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context HttpHeaders headers,
      Body<GivenReason> body) {
    String reason = body.valid(body.value().findings()).judged();
    KeptNotification withdrawn = withdrawing.withdraw(caller.get(), id, ifMatch, reason);
    return RestResponse.ResponseBuilder.ok(Notification.of(withdrawn, language.of(headers)))
        .header(HttpHeaders.ETAG, withdrawn.tag())
        .build();
  }
}
