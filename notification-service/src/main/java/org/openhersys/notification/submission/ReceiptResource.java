package org.openhersys.notification.submission;

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

/** 受理票 of a notification. */
@Path("/api/v1/notifications/{id}/receipt")
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptResource {
  private final CurrentCaller caller;
  private final ReadingReceipt reading;
  private final Language language;

  ReceiptResource(CurrentCaller caller, ReadingReceipt reading, Language language) {
    this.caller = caller;
    this.reading = reading;
    this.language = language;
  }

  /** The receipt as it was given. */
  @GET
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.INSTITUTION_MANAGER,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    Scopes.NOTIFICATION_READ
  })
  public Receipt read(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    return Receipt.of(reading.read(caller.get(), id), language.of(headers));
  }
}
