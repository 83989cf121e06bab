package org.openhersys.notification.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.problem.Language;

/** 届出の状況 of a notification. */
@Path("/api/v1/notifications/{id}/progress")
@Produces(MediaType.APPLICATION_JSON)
public class ProgressResource {
  private final CurrentCaller caller;
  private final ReadingProgress reading;
  private final Language language;

  ProgressResource(CurrentCaller caller, ReadingProgress reading, Language language) {
    this.caller = caller;
    this.reading = reading;
    this.language = language;
  }

  /** How far it has come. */
  @GET
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.INSTITUTION_MANAGER,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    Scopes.NOTIFICATION_READ
  })
  public Progress read(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    return reading.read(caller.get(), id, language.of(headers));
  }
}
