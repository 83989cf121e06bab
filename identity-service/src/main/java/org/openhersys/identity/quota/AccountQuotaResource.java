package org.openhersys.identity.quota;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.json.Body;

/** アカウント数の上限 of a health centre. */
@Path("/api/v1/organisations/{id}/quota")
@Produces(MediaType.APPLICATION_JSON)
public class AccountQuotaResource {
  private final CurrentCaller caller;
  private final AccountQuotas quotas;

  @Inject
  AccountQuotaResource(CurrentCaller caller, AccountQuotas quotas) {
    this.caller = caller;
    this.quotas = quotas;
  }

  @GET
  @RolesAllowed({
    RoleNames.NATIONAL_ADMINISTRATOR,
    RoleNames.LOCAL_GOVERNMENT_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER
  })
  public RestResponse<AccountQuota> read(@PathParam("id") UUID id) {
    return answer(quotas.read(caller.get(), id));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(RoleNames.NATIONAL_ADMINISTRATOR)
  public RestResponse<AccountQuota> change(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<AccountQuotaChange> body) {
    int total = body.valid(body.value().findings()).judged();
    return answer(quotas.change(caller.get(), id, ifMatch, total));
  }

  private static RestResponse<AccountQuota> answer(AccountQuota quota) {
    return ResponseBuilder.ok(quota).header(HttpHeaders.ETAG, quota.tag()).build();
  }
}
