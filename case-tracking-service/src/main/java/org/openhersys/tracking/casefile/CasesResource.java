package org.openhersys.tracking.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
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
  private final ObjectMapper json;

  @Inject
  CasesResource(
      CurrentCaller caller,
      Language language,
      ListingCases listing,
      ReadingCase reading,
      ObjectMapper json) {
    this.caller = caller;
    this.language = language;
    this.listing = listing;
    this.reading = reading;
    this.json = json;
  }

  @GET
  public RestResponse<CasePage> listCases(
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("caseState") @Nullable String caseState,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    CasePage page =
        listing.list(
            caller.get(),
            new CaseListing(CaseOrder.of(sort), CaseState.ofNullable(caseState)),
            PageLimit.parse(limit),
            cursor);
    return NextLink.add(ResponseBuilder.ok(page), uri, page.next()).build();
  }

  @GET
  @Path("/{id}")
  public RestResponse<Case> readCase(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) List<String> ifNoneMatch,
      @Context HttpHeaders headers)
      throws JsonProcessingException {
    Locale locale = language.of(headers);
    Case found = reading.read(caller.get(), id, locale);
    String tag = ETags.ofContent(locale.getLanguage(), json.writeValueAsBytes(found));
    ResponseBuilder<Case> answer =
        ETags.isInHand(ifNoneMatch, tag)
            ? ResponseBuilder.notModified()
            : ResponseBuilder.ok(found).header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
    return answer
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
