package org.openhersys.notification.revision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.Language;

/** 改訂: the revisions of a notification. */
@Path("/api/v1/notifications/{id}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  RoleNames.PHYSICIAN,
  RoleNames.CLERK,
  RoleNames.INSTITUTION_MANAGER,
  RoleNames.HEALTH_CENTRE_STAFF,
  RoleNames.HEALTH_CENTRE_MANAGER,
  Scopes.NOTIFICATION_READ,
  Scopes.CASE_READ
})
public class RevisionsResource {
  private final CurrentCaller caller;
  private final ReadingRevisions reading;
  private final Language language;

  RevisionsResource(CurrentCaller caller, ReadingRevisions reading, Language language) {
    this.caller = caller;
    this.reading = reading;
    this.language = language;
  }

  /** The revisions, newest first. */
  @GET
  public RestResponse<RevisionPage> list(
      @PathParam("id") UUID id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    RevisionPage page = reading.list(caller.get(), id, PageLimit.parse(limit), cursor);
    return NextLink.add(RestResponse.ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** One revision with its document. */
  @GET
  @Path("/{revision}")
  public RestResponse<Revision> read(
      @PathParam("id") UUID id, @PathParam("revision") int revision, @Context HttpHeaders headers) {
    return RestResponse.ok(
        Revision.of(reading.read(caller.get(), id, revision), language.of(headers)));
  }
}
