package org.openhersys.notification.batch;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.Language;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;

/** 一括届出: {@code /api/v1/notification-batches}. */
@Path("/api/v1/notification-batches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  RoleNames.PHYSICIAN,
  RoleNames.HEALTH_CENTRE_STAFF,
  RoleNames.HEALTH_CENTRE_MANAGER,
  Scopes.NOTIFICATION_WRITE
})
public class BatchesResource {
  private static final String AS_IT_IS = "identity";

  private final CurrentCaller caller;
  private final ReceivingBatch receiving;
  private final ReadingBatches reading;
  private final Language language;

  BatchesResource(
      CurrentCaller caller, ReceivingBatch receiving, ReadingBatches reading, Language language) {
    this.caller = caller;
    this.receiving = receiving;
    this.reading = reading;
    this.language = language;
  }

  /** Receives a batch; the body is read as it comes. */
  @POST
  @Consumes("application/x-ndjson")
  public RestResponse<Batch> submit(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Context HttpHeaders headers,
      InputStream body) {
    IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
    String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase(AS_IT_IS)) {
      throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, List.of());
    }
    Batch batch = receiving.receive(caller.get(), key, body);
    return ResponseBuilder.create(Response.Status.ACCEPTED, batch)
        .header(HttpHeaders.LOCATION, "/api/v1/notification-batches/" + batch.id())
        .build();
  }

  /** The organisation's batches. */
  @GET
  public RestResponse<BatchPage> list(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    BatchPage page = reading.list(caller.get(), PageLimit.parse(limit), cursor);
    return NextLink.add(ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** How far it has come. */
  @GET
  @Path("/{id}")
  public Batch read(@PathParam("id") UUID id) {
    return reading.read(caller.get(), id);
  }

  /** Cancels what is not taken in yet. */
  @POST
  @Path("/{id}/cancellation")
  public Batch cancel(@PathParam("id") UUID id) {
    return reading.cancel(caller.get(), id);
  }

  /** What became of each row. */
  @GET
  @Path("/{id}/rows")
  public RestResponse<BatchRowPage> rows(
      @PathParam("id") UUID id,
      @QueryParam("outcome") @Nullable String outcome,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    BatchRowPage page =
        reading.rows(
            caller.get(),
            id,
            RowOutcome.asked(outcome),
            PageLimit.parse(limit),
            cursor,
            language.of(headers));
    return NextLink.add(ResponseBuilder.ok(page), uri, page.next()).build();
  }
}
