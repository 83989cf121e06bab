package org.openhersys.notification.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.http.ETags;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.json.Body;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.Language;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.submission.Accepted;
import org.openhersys.notification.submission.Receipt;

/** 下書き: {@code /api/v1/notification-drafts}. */
@Path("/api/v1/notification-drafts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  RoleNames.PHYSICIAN,
  RoleNames.CLERK,
  RoleNames.HEALTH_CENTRE_STAFF,
  RoleNames.HEALTH_CENTRE_MANAGER
})
public class DraftsResource {
  private static final String PATH = "/api/v1/notification-drafts/";

  private final CurrentCaller caller;
  private final TypingDraft typing;
  private final ReadingDrafts reading;
  private final ReportingDraft reporting;
  private final ExaminingDraft examining;
  private final Language language;

  DraftsResource(
      CurrentCaller caller,
      TypingDraft typing,
      ReadingDrafts reading,
      ReportingDraft reporting,
      ExaminingDraft examining,
      Language language) {
    this.caller = caller;
    this.typing = typing;
    this.reading = reading;
    this.reporting = reporting;
    this.examining = examining;
    this.language = language;
  }

  /** The organisation's drafts. */
  @GET
  public RestResponse<DraftPage> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    DraftPage page =
        reading.list(caller.get(), DraftState.parse(state), PageLimit.parse(limit), cursor);
    return NextLink.add(RestResponse.ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** Keeps a draft. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<Draft> create(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Context HttpHeaders headers,
      Body<NotificationForm> form) {
    KeptDraft kept = typing.create(caller.get(), IdempotencyKey.required(idempotencyKey), form);
    return RestResponse.ResponseBuilder.create(Response.Status.CREATED, shown(kept, headers))
        .header(HttpHeaders.LOCATION, PATH + kept.id())
        .header(HttpHeaders.ETAG, kept.tag())
        .build();
  }

  /** Reads a draft. */
  @GET
  @Path("/{id}")
  public RestResponse<Draft> read(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    return answer(reading.read(caller.get(), id), headers);
  }

  /** Types more, by a JSON merge patch. */
  @PATCH
  @Path("/{id}")
  @Consumes("application/merge-patch+json")
  public RestResponse<Draft> change(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context HttpHeaders headers,
      Body<ObjectNode> patch) {
    return answer(typing.change(caller.get(), id, ifMatch, patch), headers);
  }

  /** Throws a draft away. */
  @DELETE
  @Path("/{id}")
  public RestResponse<Void> discard(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    typing.discard(caller.get(), id, ifMatch);
    return RestResponse.noContent();
  }

  /** Who typed what when. */
  @GET
  @Path("/{id}/revisions")
  public RestResponse<DraftRevisionPage> revisions(
      @PathParam("id") UUID id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    DraftRevisionPage page = reading.revisions(caller.get(), id, PageLimit.parse(limit), cursor);
    return NextLink.add(RestResponse.ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** The physician attests and reports. */
  @POST
  @Path("/{id}/report")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER
  })
  public RestResponse<Receipt> report(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context HttpHeaders headers,
      Body<DraftReport> body) {
    IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
    DraftReport report = body.valid(body.value().findings());
    Accepted accepted = reporting.report(caller.get(), id, ifMatch, key, report, body.raw());
    return RestResponse.ResponseBuilder.create(
            Response.Status.CREATED, Receipt.of(accepted, language.of(headers)))
        .header(HttpHeaders.LOCATION, "/api/v1/notifications/" + accepted.id())
        .header(HttpHeaders.ETAG, ETags.strong(accepted.id(), accepted.revision()))
        .build();
  }

  private RestResponse<Draft> answer(KeptDraft kept, HttpHeaders headers) {
    return RestResponse.ResponseBuilder.ok(shown(kept, headers))
        .header(HttpHeaders.ETAG, kept.tag())
        .build();
  }

  private Draft shown(KeptDraft kept, HttpHeaders headers) {
    return Draft.of(kept, examining.tell(caller.get(), kept), language.of(headers));
  }
}
