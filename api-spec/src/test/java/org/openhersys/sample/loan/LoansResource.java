package org.openhersys.sample.loan;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Breaks no rule of the house. */
@Path("/loans")
public interface LoansResource {
  /** Says who on itself. */
  @GET
  @RolesAllowed("CLERK")
  Response list();

  /** Says that everybody may. */
  @POST
  @PermitAll
  Response lend();
}
