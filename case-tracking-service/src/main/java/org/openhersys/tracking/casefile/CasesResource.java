package org.openhersys.tracking.casefile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.http.ETags;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.Language;

/** 症例: the list, and one case. */
@Path("/api/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER, Scopes.CASE_READ})
public class CasesResource {
  private final CurrentCaller caller;
  private final Language language;
  private final ListingCases listing;
  private final ReadingCase reading;

  @Inject
  CasesResource(
      CurrentCaller caller, Language language, ListingCases listing, ReadingCase reading) {
    this.caller = caller;
    this.language = language;
    this.listing = listing;
    this.reading = reading;
  }

  @GET
  public RestResponse<CasePage> listCases(
      @QueryParam("sort") String sort,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    CasePage page = listing.list(caller.get(), CaseOrder.of(sort), PageLimit.parse(limit), cursor);
    return NextLink.add(ResponseBuilder.ok(page), uri, page.next()).build();
  }

  @GET
  @Path("/{id}")
  public RestResponse<Case> readCase(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    Locale locale = language.of(headers);
    Case found = reading.read(caller.get(), id, locale);
    return ResponseBuilder.ok(found)
        .header(HttpHeaders.ETAG, tag(found, locale))
        .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
        .build();
  }

  // A revision may be there a moment before the case takes it over, so it stands in the tag too; so
  // does the language.
  private static String tag(Case found, Locale locale) {
    String revisions =
        found.notifications().stream()
            .map(notification -> Integer.toString(notification.revision()))
            .collect(Collectors.joining("."));
    return ETags.strong(found.version(), revisions, locale.getLanguage());
  }
}
