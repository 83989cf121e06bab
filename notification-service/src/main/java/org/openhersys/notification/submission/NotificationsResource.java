package org.openhersys.notification.submission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** 発生届: {@code /api/v1/notifications}. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {
  private final SubmittingNotification submitting;
  private final ReadingNotification reading;
  private final CurrentCaller caller;
  private final Language language;

  NotificationsResource(
      SubmittingNotification submitting,
      ReadingNotification reading,
      CurrentCaller caller,
      Language language) {
    this.submitting = submitting;
    this.reading = reading;
    this.caller = caller;
    this.language = language;
  }

  /** Submits a notification. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    Scopes.NOTIFICATION_WRITE
  })
  public RestResponse<Receipt> submit(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Context HttpHeaders headers,
      Body<NotificationForm> form) {
    Accepted accepted =
        submitting.submit(caller.get(), IdempotencyKey.required(idempotencyKey), form);
    return RestResponse.ResponseBuilder.create(
            Response.Status.CREATED, Receipt.of(accepted, language.of(headers)))
        .header(HttpHeaders.LOCATION, "/api/v1/notifications/" + accepted.id())
        .header(HttpHeaders.ETAG, ETags.strong(accepted.id(), accepted.revision()))
        .build();
  }

  /** Reads a notification in its present revision. */
  @GET
  @Path("/{id}")
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.INSTITUTION_MANAGER,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    Scopes.NOTIFICATION_READ,
    Scopes.CASE_READ
  })
  public RestResponse<Notification> read(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    KeptNotification found = reading.read(caller.get(), id);
    return RestResponse.ResponseBuilder.ok(Notification.of(found, language.of(headers)))
        .header(HttpHeaders.ETAG, found.tag())
        .build();
  }
}
