package org.openhersys.identity.client;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;
import org.openhersys.api.problem.Problems;

/**
 * The token endpoint for machine clients. Its errors are OAuth's and problem details in one (ADR
 * 2).
 */
@Path("/oauth2/token")
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {
  private final IssuingToken issuing;

  @Inject
  TokenResource(IssuingToken issuing) {
    this.issuing = issuing;
  }

  /** A token for {@code client_credentials}. */
  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Token issue(
      @FormParam("grant_type") List<String> grantType,
      @FormParam("client_assertion_type") List<String> assertionType,
      @FormParam("client_assertion") List<String> assertion,
      @FormParam("scope") List<String> scope,
      @FormParam("client_id") List<String> clientId) {
    return issuing.issue(TokenRequest.of(grantType, assertionType, assertion, scope, clientId));
  }

  /** A refusal as OAuth clients and ours read it. */
  @ServerExceptionMapper
  public Response refused(TokenRefusal refusal, RoutingContext request) {
    TokenRefusal.Reason reason = refusal.reason();
    ProblemException problem =
        new ProblemException(ProblemType.ofStatus(reason.status()), List.of());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", reason.code());
    body.put("error_description", reason.description());
    body.putAll(Problems.body(problem, request));
    Response.ResponseBuilder answer =
        Response.status(reason.status()).type(MediaType.APPLICATION_JSON).entity(body);
    Problems.headers(problem, request).forEach(answer::header);
    return answer.build();
  }
}
