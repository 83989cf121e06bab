package org.openhersys.identity.issuing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.json.Body;
import org.openhersys.api.json.QueryId;
import org.openhersys.api.paging.NextLink;
import org.openhersys.api.paging.PageLimit;

/** アカウント: issued and managed level by level. */
@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  RoleNames.NATIONAL_ADMINISTRATOR,
  RoleNames.LOCAL_GOVERNMENT_STAFF,
  RoleNames.HEALTH_CENTRE_MANAGER,
  RoleNames.INSTITUTION_MANAGER
})
public class AccountsResource {
  private final CurrentCaller caller;
  private final IssuingAccount issuing;
  private final ReadingAccounts reading;
  private final ChangingAccount changing;

  @Inject
  AccountsResource(
      CurrentCaller caller,
      IssuingAccount issuing,
      ReadingAccounts reading,
      ChangingAccount changing) {
    this.caller = caller;
    this.issuing = issuing;
    this.reading = reading;
    this.changing = changing;
  }

  /** アカウントの発行. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<IssuedAccount> issue(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, Body<AccountRequest> body) {
    IdempotencyKey key = IdempotencyKey.optional(idempotencyKey);
    AccountRequest.Judged request = body.valid(body.value().findings()).judged();
    IssuedAccount issued = issuing.issue(caller.get(), request, key, body.raw());
    return ResponseBuilder.create(RestResponse.Status.CREATED, issued)
        .header(HttpHeaders.LOCATION, "/api/v1/accounts/" + issued.account().id())
        .header(HttpHeaders.ETAG, issued.account().tag())
        .build();
  }

  /** アカウントの一覧. */
  @GET
  public RestResponse<AccountPage> list(
      @QueryParam("organisation") @Nullable String organisation,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    AccountPage page =
        reading.page(
            caller.get(),
            QueryId.parse("organisation", organisation),
            cursor,
            PageLimit.parse(limit));
    return NextLink.add(ResponseBuilder.ok(page), uri, page.next()).build();
  }

  @GET
  @Path("{id}")
  public RestResponse<ManagedAccount> read(@PathParam("id") UUID id) {
    return answer(reading.one(caller.get(), id));
  }

  /** アカウントの変更. */
  @PATCH
  @Path("{id}")
  @Consumes("application/merge-patch+json")
  public RestResponse<ManagedAccount> change(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<ObjectNode> patch) {
    return answer(changing.change(caller.get(), id, ifMatch, patch));
  }

  /** 再アクティベーション. */
  @POST
  @Path("{id}/reactivation")
  public RestResponse<IssuedAccount> reactivate(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    IssuedAccount issued = changing.reactivate(caller.get(), id, ifMatch);
    return ResponseBuilder.ok(issued).header(HttpHeaders.ETAG, issued.account().tag()).build();
  }

  private static RestResponse<ManagedAccount> answer(ManagedAccount account) {
    return ResponseBuilder.ok(account).header(HttpHeaders.ETAG, account.tag()).build();
  }
}
