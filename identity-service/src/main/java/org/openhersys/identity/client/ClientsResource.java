package org.openhersys.identity.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** システム間連携クライアント: machine clients, registered and kept by managers. */
@Path("/api/v1/clients")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  RoleNames.HEALTH_CENTRE_MANAGER,
  RoleNames.INSTITUTION_MANAGER,
  RoleNames.NATIONAL_ADMINISTRATOR
})
public class ClientsResource {
  private final CurrentCaller caller;
  private final RegisteringClient registering;
  private final ReadingClients reading;
  private final RotatingKeys rotating;
  private final ChangingClient changing;

  @Inject
  ClientsResource(
      CurrentCaller caller,
      RegisteringClient registering,
      ReadingClients reading,
      RotatingKeys rotating,
      ChangingClient changing) {
    this.caller = caller;
    this.registering = registering;
    this.reading = reading;
    this.rotating = rotating;
    this.changing = changing;
  }

  /** 登録. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<RegisteredClient> register(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      Body<ClientRegistration> body) {
    IdempotencyKey key = IdempotencyKey.optional(idempotencyKey);
    RegisteredClient made = registering.register(caller.get(), body, key);
    return ResponseBuilder.create(RestResponse.Status.CREATED, made)
        .header(HttpHeaders.LOCATION, "/api/v1/clients/" + made.id())
        .header(HttpHeaders.ETAG, made.tag())
        .build();
  }

  /** 一覧. */
  @GET
  public RestResponse<ClientPage> list(
      @QueryParam("organisation") @Nullable String organisation,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    ClientPage page =
        reading.page(
            caller.get(),
            QueryId.parse("organisation", organisation),
            cursor,
            PageLimit.parse(limit));
    return NextLink.add(ResponseBuilder.ok(page), uri, page.next()).build();
  }

  /** 参照. */
  @GET
  @Path("{id}")
  public RestResponse<RegisteredClient> one(@PathParam("id") UUID id) {
    return answer(reading.one(caller.get(), id));
  }

  /** 変更, by merge patch. */
  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  public RestResponse<RegisteredClient> change(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<ObjectNode> patch) {
    return answer(changing.change(caller.get(), id, ifMatch, patch));
  }

  /** 公開鍵の更新. */
  @PUT
  @Path("{id}/keys")
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<RegisteredClient> rotateKeys(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Body<ClientKeys> body) {
    return answer(rotating.rotate(caller.get(), id, ifMatch, body));
  }

  private static RestResponse<RegisteredClient> answer(RegisteredClient client) {
    return ResponseBuilder.ok(client).header(HttpHeaders.ETAG, client.tag()).build();
  }
}
