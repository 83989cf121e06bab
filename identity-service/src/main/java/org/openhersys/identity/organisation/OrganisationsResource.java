package org.openhersys.identity.organisation;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;

/** The directory of organisations (組織). */
@Path("/api/v1/organisations")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationsResource {
  private final CurrentCaller caller;
  private final ReadingDirectory directory;

  @Inject
  OrganisationsResource(CurrentCaller caller, ReadingDirectory directory) {
    this.caller = caller;
    this.directory = directory;
  }

  /** Active organisations in the order of codes; one by its code, or the one of a municipality. */
  @GET
  public RestResponse<OrganisationPage> list(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("code") @Nullable String code,
      @QueryParam("municipality") @Nullable String municipality,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    OrganisationPage page =
        directory.page(
            caller.get(),
            OrganisationFilter.of(kind, code, municipality),
            cursor,
            PageLimit.parse(limit));
    return NextLink.add(RestResponse.ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** One organisation. */
  @GET
  @Path("{id}")
  public Organisation one(@PathParam("id") UUID id) {
    return directory.one(caller.get(), id);
  }
}
