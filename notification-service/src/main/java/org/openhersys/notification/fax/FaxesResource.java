package org.openhersys.notification.fax;

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
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;

/** FAX: {@code /api/v1/faxes}, what a health centre has received. */
@Path("/api/v1/faxes")
@RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
public class FaxesResource {
  private final CurrentCaller caller;
  private final RegisteringFax registering;
  private final ReadingFaxes reading;

  FaxesResource(CurrentCaller caller, RegisteringFax registering, ReadingFaxes reading) {
    this.caller = caller;
    this.registering = registering;
    this.reading = reading;
  }

  /** Registers a fax; the body is the original. */
  @POST
  @Consumes({"application/pdf", "image/png", "image/jpeg", "image/tiff"})
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<Fax> register(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @QueryParam("receivedOn") @Nullable String receivedOn,
      @QueryParam("pages") @Nullable String pages,
      @QueryParam("institutionId") @Nullable String institution,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
    FaxDetails details = registering.details(receivedOn, pages, institution);
    MediaType said = headers.getMediaType();
    FaxOriginal original =
        FaxOriginal.read(body, OriginalType.of(said.getType() + "/" + said.getSubtype()));
    KeptFax kept = registering.register(caller.get(), key, details, original);
    return RestResponse.ResponseBuilder.create(Response.Status.CREATED, Fax.of(kept))
        .header(HttpHeaders.LOCATION, "/api/v1/faxes/" + kept.id())
        .build();
  }

  /** The centre's faxes in one state, and how high the heap is. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<FaxPage> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    FaxPage page =
        reading.list(caller.get(), FaxState.parse(state), PageLimit.parse(limit), cursor);
    return NextLink.add(RestResponse.ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** What is known of a fax. */
  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<Fax> read(@PathParam("id") UUID id) {
    return RestResponse.ok(Fax.of(reading.read(caller.get(), id)));
  }

  /** The fax itself, to be saved or shown, never to be run. */
  @GET
  @Path("/{id}/original")
  @Produces({"application/pdf", "image/png", "image/jpeg", "image/tiff"})
  public Response original(@PathParam("id") UUID id) {
    FaxOriginal original = reading.original(caller.get(), id);
    return Response.ok(original.content(), original.type().mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + FaxOriginal.fileName(id, original.type()) + "\"")
        .header("Content-Security-Policy", "sandbox")
        .build();
  }
}
