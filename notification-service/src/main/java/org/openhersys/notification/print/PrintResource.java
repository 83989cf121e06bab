package org.openhersys.notification.print;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;

/** 発生届の写し, to be printed. */
@Path("/api/v1/notifications/{id}/print")
@Produces("application/pdf")
public class PrintResource {
  private final CurrentCaller caller;
  private final PrintingNotification printing;

  PrintResource(CurrentCaller caller, PrintingNotification printing) {
    this.caller = caller;
    this.printing = printing;
  }

  /** The copy, as PDF; its name says nothing of anybody. */
  @GET
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.INSTITUTION_MANAGER,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    Scopes.NOTIFICATION_READ
  })
  public RestResponse<byte[]> print(@PathParam("id") UUID id) {
    return RestResponse.ResponseBuilder.ok(printing.print(caller.get(), id))
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"notification-" + id + ".pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
