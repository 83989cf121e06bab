package org.openhersys.notification.validation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.Language;
import org.openhersys.notification.form.NotificationForm;

/** 事前確認: {@code /api/v1/validations}. */
@Path("/api/v1/validations")
@Produces(MediaType.APPLICATION_JSON)
public class ValidationsResource {
  private final CurrentCaller caller;
  private final ValidatingForm validating;
  private final Language language;

  ValidationsResource(CurrentCaller caller, ValidatingForm validating, Language language) {
    this.caller = caller;
    this.validating = validating;
    this.language = language;
  }

  /**
   * Validates a form without storing it: as a first notification, as a 追加登録 to one, or as what one
   * is to be after a supplement.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER,
    Scopes.NOTIFICATION_WRITE
  })
  public Validation validate(
      @QueryParam("succeeds") @Nullable String succeeds,
      @QueryParam("supplements") @Nullable String supplements,
      @Context HttpHeaders headers,
      Body<NotificationForm> form) {
    Following following = Following.parse(succeeds, supplements);
    return Validation.of(validating.validate(caller.get(), following, form), language.of(headers));
  }
}
