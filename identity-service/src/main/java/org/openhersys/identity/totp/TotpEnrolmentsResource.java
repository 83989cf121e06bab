package org.openhersys.identity.totp;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.openhersys.api.json.Body;

/** Enrolment of authenticator apps. */
@Path("/api/v1/accounts/totp-enrolments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TotpEnrolmentsResource {
  private final EnrollingTotp enrolling;

  @Inject
  TotpEnrolmentsResource(EnrollingTotp enrolling) {
    this.enrolling = enrolling;
  }

  /** 確認コードの登録開始. */
  @POST
  @PermitAll
  @ResponseStatus(201)
  public TotpEnrolment start(Body<TotpEnrolmentRequest> body) {
    return enrolling.start(body.valid(body.value().findings()).judged());
  }

  /** 確認コードの登録完了. */
  @POST
  @Path("{id}/confirmation")
  @PermitAll
  public NewRecoveryCodes confirm(@PathParam("id") UUID id, Body<TotpConfirmationRequest> body) {
    return enrolling.confirm(id, body.valid(body.value().findings()).judged());
  }
}
