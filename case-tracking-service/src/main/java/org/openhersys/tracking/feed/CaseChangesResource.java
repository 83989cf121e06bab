package org.openhersys.tracking.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.http.ETags;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;

/** 変更の取得, for a health centre's own system: as one document, or as lines. */
@Path("/api/v1/cases/changes")
@Produces({MediaType.APPLICATION_JSON, CaseChangesWriter.LINES})
public class CaseChangesResource {
  private static final List<Variant> FORMS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CaseChangesWriter.LINES_TYPE).build();

  private final CurrentCaller caller;
  private final ReadingChanges reading;
  private final ObjectMapper json;

  @Inject
  CaseChangesResource(CurrentCaller caller, ReadingChanges reading, ObjectMapper json) {
    this.caller = caller;
    this.reading = reading;
    this.json = json;
  }

  @GET
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER, Scopes.CASE_READ})
  public RestResponse<CaseChanges> readCaseChanges(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) List<String> ifNoneMatch,
      @Context Request request,
      @Context UriInfo uri)
      throws JsonProcessingException {
    MediaType form = wanted(request);
    CaseChanges page = reading.read(caller.get(), PageLimit.parse(limit), cursor);
    String tag = ETags.ofContent(form.toString(), json.writeValueAsBytes(page));
    ResponseBuilder<CaseChanges> answer =
        ETags.isInHand(ifNoneMatch, tag)
            ? ResponseBuilder.notModified()
            : NextLink.add(ResponseBuilder.ok(page, form), uri, page.next())
                .header("Hersys-Next-Cursor", page.next())
                .header("Hersys-More", page.more());
    return answer
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  private static MediaType wanted(Request request) {
    Variant form = request.selectVariant(FORMS);
    if (form == null) {
      throw new NotAcceptableException();
    }
    return form.getMediaType();
  }
}
