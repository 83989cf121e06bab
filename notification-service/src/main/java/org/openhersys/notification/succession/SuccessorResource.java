package org.openhersys.notification.succession;

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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.http.ETags;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.Language;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.submission.Accepted;
import org.openhersys.notification.submission.Receipt;

/** 追加登録. */
@Path("/api/v1/notifications/{id}/successor")
@Produces(MediaType.APPLICATION_JSON)
public class SuccessorResource {
  private final CurrentCaller caller;
  private final SucceedingNotification succeeding;
  private final Language language;

  SuccessorResource(CurrentCaller caller, SucceedingNotification succeeding, Language language) {
    this.caller = caller;
    this.succeeding = succeeding;
    this.language = language;
  }

  /** Reports another notification of the same course of care. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    Scopes.NOTIFICATION_WRITE
  })
  public RestResponse<Receipt> succeed(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Context HttpHeaders headers,
      Body<NotificationForm> form) {
    Accepted accepted =
        succeeding.succeed(caller.get(), id, IdempotencyKey.required(idempotencyKey), form);
    return RestResponse.ResponseBuilder.create(
            Response.Status.CREATED, Receipt.of(accepted, language.of(headers)))
        .header(HttpHeaders.LOCATION, "/api/v1/notifications/" + accepted.id())
        .header(HttpHeaders.ETAG, ETags.strong(accepted.id(), accepted.revision()))
        .build();
  }
}
