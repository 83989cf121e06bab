package org.openhersys.notification.check;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** 論理チェックの一覧: {@code /api/v1/checks}. Nothing of it is about anybody; anybody may read it. */
@Path("/api/v1/checks")
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {

  /** All checks, in the order of the table. */
  @GET
  @PermitAll
  public Checks list() {
    return new Checks(LogicChecks.ALL.stream().map(CheckView::of).toList());
  }
}
