package org.openhersys.api.problem;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.VertxException;
import io.vertx.core.json.jackson.DatabindCodec;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every exception that reaches the REST layer becomes problem details; what is unknown is a 500 and
 * is logged.
 */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  /** What our own code says. */
  @ServerExceptionMapper
  public Response problem(ProblemException problem, RoutingContext request) {
    return render(problem, request);
  }

  /** No token where one is needed. */
  @ServerExceptionMapper(priority = Priorities.AUTHENTICATION)
  public Response unauthorized(UnauthorizedException unauthorized, RoutingContext request) {
    return render(ProblemException.unauthenticated(), request);
  }

  /** A token that is not valid. */
  @ServerExceptionMapper(priority = Priorities.AUTHENTICATION)
  public Response authenticationFailed(
      AuthenticationFailedException failed, RoutingContext request) {
    return render(
        keysAreOutOfReach(failed)
            ? ProblemException.unavailable()
            : ProblemException.unauthenticated(),
        request);
  }

  // A token that cannot be verified now, because the issuer does not answer or answers that it
  // cannot serve, is not a wrong one.
  private static boolean keysAreOutOfReach(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException
          || cause instanceof TimeoutException
          || cause instanceof VertxException
          || cause instanceof OIDCException) {
        return true;
      }
    }
    return false;
  }

  /** A role or scope that may not. */
  @ServerExceptionMapper(priority = Priorities.AUTHENTICATION)
  public Response forbidden(ForbiddenException forbidden, RoutingContext request) {
    return render(ProblemException.forbidden(), request);
  }

  /** What the REST layer says itself: no such path, method, media type. */
  @ServerExceptionMapper
  public Response framework(WebApplicationException failure, RoutingContext request) {
    ProblemType type = ProblemType.ofStatus(failure.getResponse().getStatus());
    if (type == ProblemType.INTERNAL) {
      return unexpected(failure, request);
    }
    Response answer = render(new ProblemException(type, List.of()), request);
    String allow = failure.getResponse().getHeaderString("Allow");
    return allow == null ? answer : Response.fromResponse(answer).header("Allow", allow).build();
  }

  /** Everything else: the database, and mistakes. */
  @ServerExceptionMapper
  public Response unexpected(Throwable failure, RoutingContext request) {
    if (isUnreadableForm(failure)) {
      return render(new ProblemException(ProblemType.MALFORMED_REQUEST, List.of()), request);
    }
    ProblemException known = DatabaseFailures.asProblem(failure);
    if (known.type().status() >= 500) {
      LOG.errorf(
          failure, "request failed type=%s traceId=%s", known.type(), Problems.traceId(request));
    }
    return render(known, request);
  }

  // What the framework throws for a form whose percent-encoding is broken, or of more than 1,000
  // fields; it has no exceptions of its own for them.
  private static boolean isUnreadableForm(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return failure instanceof IllegalArgumentException
        ? message.startsWith("Failed to decode URL")
        : failure.getClass() == RuntimeException.class && message.startsWith("Param limit of");
  }

  private static Response render(ProblemException problem, RoutingContext request) {
    Response.ResponseBuilder answer =
        Response.status(problem.type().status())
            .type(Problems.MEDIA_TYPE)
            .entity(json(problem, request));
    Problems.headers(problem, request).forEach(answer::header);
    return answer.build();
  }

  // Rendered here, so that no content negotiation can turn an error into something else.
  private static byte[] json(ProblemException problem, RoutingContext request) {
    try {
      return DatabindCodec.mapper().writeValueAsBytes(Problems.body(problem, request));
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
