package org.openhersys.notification.revision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.openhersys.notification.submission.KeptNotification;
import org.openhersys.notification.submission.Notification;

/** 発生届の追加・修正. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
public class SupplementResource {
  private final CurrentCaller caller;
  private final SupplementingNotification supplementing;
  private final Language language;

  SupplementResource(
      CurrentCaller caller, SupplementingNotification supplementing, Language language) {
    this.caller = caller;
    this.supplementing = supplementing;
    this.language = language;
  }

  /** Supplements or corrects a notification by a JSON merge patch. */
  @PATCH
  @Path("/{id}")
  @Consumes("application/merge-patch+json")
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    Scopes.NOTIFICATION_WRITE
  })
  public RestResponse<Notification> supplement(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context HttpHeaders headers,
      Body<ObjectNode> patch) {
    KeptNotification present = supplementing.supplement(caller.get(), id, ifMatch, patch);
    return RestResponse.ResponseBuilder.ok(Notification.of(present, language.of(headers)))
        .header(HttpHeaders.ETAG, present.tag())
        .build();
  }
}
