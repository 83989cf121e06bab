package org.openhersys.notification.fax;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.http.ETags;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.json.Body;
import org.openhersys.api.json.QueryId;
import org.openhersys.api.problem.Language;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.reason.GivenReason;
import org.openhersys.notification.submission.Accepted;
import org.openhersys.notification.submission.Receipt;

/** FAX代行入力: how the heap of faxes is worked off. */
@Path("/api/v1/faxes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
public class FaxWorkResource {
  private final CurrentCaller caller;
  private final ClaimingFax claiming;
  private final EnteringFax entering;
  private final ClosingFax closing;
  private final ReopeningFax reopening;
  private final Language language;

  FaxWorkResource(
      CurrentCaller caller,
      ClaimingFax claiming,
      EnteringFax entering,
      ClosingFax closing,
      ReopeningFax reopening,
      Language language) {
    this.caller = caller;
    this.claiming = claiming;
    this.entering = entering;
    this.closing = closing;
    this.reopening = reopening;
    this.language = language;
  }

  /** Claims the oldest free one. */
  @POST
  @Path("/claim")
  public RestResponse<FaxClaim> claimOldest() {
    return RestResponse.ok(claiming.claimOldest(caller.get()));
  }

  /** Claims this one, or has it for longer. */
  @POST
  @Path("/{id}/claim")
  public RestResponse<Fax> claim(@PathParam("id") UUID id) {
    return RestResponse.ok(Fax.of(claiming.claim(caller.get(), id)));
  }

  /** Gives it back. */
  @DELETE
  @Path("/{id}/claim")
  public RestResponse<Void> release(@PathParam("id") UUID id) {
    claiming.release(caller.get(), id);
    return RestResponse.noContent();
  }

  /** Enters what it says. */
  @POST
  @Path("/{id}/notification")
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<Receipt> enter(
      @PathParam("id") UUID id,
      @QueryParam("succeeds") @Nullable String succeeds,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Context HttpHeaders headers,
      Body<NotificationForm> form) {
    IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
    Accepted accepted =
        entering.enter(caller.get(), id, QueryId.parse("succeeds", succeeds), key, form);
    return RestResponse.ResponseBuilder.create(
            Response.Status.CREATED, Receipt.of(accepted, language.of(headers)))
        .header(HttpHeaders.LOCATION, "/api/v1/notifications/" + accepted.id())
        .header(HttpHeaders.ETAG, ETags.strong(accepted.id(), accepted.revision()))
        .build();
  }

  /** Closes one that is no notification. */
  @POST
  @Path("/{id}/closing")
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<Fax> close(@PathParam("id") UUID id, Body<FaxClosing> body) {
    FaxClosing.Judged asked = body.valid(body.value().findings()).judged();
    return RestResponse.ok(Fax.of(closing.close(caller.get(), id, asked)));
  }

  /** Puts one back into the queue that was settled by mistake. */
  @POST
  @Path("/{id}/reopening")
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<Fax> reopen(@PathParam("id") UUID id, Body<GivenReason> body) {
    String reason = body.valid(body.value().findings()).judged();
    return RestResponse.ok(Fax.of(reopening.reopen(caller.get(), id, reason)));
  }
}
