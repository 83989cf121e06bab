package org.openhersys.api.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.jackson.DatabindCodec;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The errors below the REST layer (too long addresses, too large bodies and headers) look like all
 * others.
 *
 * <p>The server beneath is given more room for addresses and headers ({@code
 * quarkus.http.limits.max-initial-line-length} and {@code max-header-size}) than is granted here,
 * so that what is too long for us is answered by us. Out of our reach, because no handler of ours
 * is asked, is what exceeds that room, too, or is no HTTP request (a broken request line, control
 * characters in a header, an address that is no URI, such as one with broken percent-encoding): it
 * is answered with a bare 414, 431 or 400, without a body.
 */
@Singleton
public class RouterProblems {
  private static final int BEFORE_EVERYTHING = 1_000;

  /** Characters of the request's target; what RFC 9110 (§ 4.1) wants to be borne. */
  private static final int LONGEST_ADDRESS = 8_000;

  /** Characters of names and values together. */
  private static final int LARGEST_HEADERS = 16 * 1024;

  /** Time to read a refusal before the connection ends. */
  private static final long LAST_WORDS_MILLIS = 2_000;

  private static final Pattern BEARER =
      Pattern.compile("Bearer +[\\w-]+\\.[\\w-]+\\.[\\w-]+ *", Pattern.CASE_INSENSITIVE);
  private static final int[] STATUSES = {
    400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500, 503
  };

  private final long mostBytes;

  @Inject
  RouterProblems(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes) {
    this.mostBytes = mostBytes.asLongValue();
  }

  // Before the framework's own bound, which would answer 413 without a body.
  void refuseUnreadable(@Observes Filters filters) {
    filters.register(
        context -> {
          endConnectionWhenRefusedAmidTheBody(context);
          forgetEmpty(context, HttpHeaders.ACCEPT);
          forgetEmpty(context, HttpHeaders.CONTENT_TYPE);
          if (context.request().uri().length() > LONGEST_ADDRESS) {
            answer(context, 414);
          } else if (headerLength(context) > LARGEST_HEADERS) {
            answer(context, 431);
          } else if (declaredLength(context) > mostBytes) {
            answer(context, 413);
          } else if (!isTokenOrNone(context)) {
            answer(context, 401);
          } else {
            context.next();
          }
        },
        BEFORE_EVERYTHING);
  }

  // Who is refused while it sends would go on to the end of its body, and a connection of which the
  // rest is not read serves no other request. The header asks it to stop; who does not is cut off,
  // a little later, because what is cut off at once may not have read why.
  private static void endConnectionWhenRefusedAmidTheBody(RoutingContext context) {
    context.addHeadersEndHandler(
        now -> {
          if (context.response().getStatusCode() >= 400 && isBodyToCome(context)) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
          }
        });
    context.addEndHandler(
        answered -> {
          if (context.response().headers().contains(HttpHeaders.CONNECTION, "close", true)) {
            context.request().resume();
            context
                .vertx()
                .setTimer(LAST_WORDS_MILLIS, later -> context.request().connection().close());
          }
        });
  }

  private static boolean isBodyToCome(RoutingContext context) {
    return (declaredLength(context) > 0
            || context.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null)
        && context.body().buffer() == null
        && !context.request().isEnded();
  }

  // An empty media type says nothing; read by the framework it would be a 500.
  private static void forgetEmpty(RoutingContext context, CharSequence header) {
    String value = context.request().getHeader(header);
    if (value != null && value.isBlank()) {
      context.request().headers().remove(header);
    }
  }

  // A bearer token that has not the form of a signed JWT would fail inside the framework, as a 500.
  private static boolean isTokenOrNone(RoutingContext context) {
    String authorization = context.request().getHeader("Authorization");
    return authorization == null
        || !authorization.regionMatches(true, 0, "Bearer", 0, 6)
        || BEARER.matcher(authorization).matches();
  }

  private static int headerLength(RoutingContext context) {
    int length = 0;
    for (Map.Entry<String, String> header : context.request().headers()) {
      length += header.getKey().length() + header.getValue().length();
    }
    return length;
  }

  private static long declaredLength(RoutingContext context) {
    String length = context.request().getHeader("Content-Length");
    return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
  }

  void install(@Observes Router router) {
    // Before the framework's own handler, which would log a client's fault as an error of ours.
    router.route().order(Integer.MIN_VALUE).failureHandler(RouterProblems::refuseUnroutable);
    for (int status : STATUSES) {
      router.errorHandler(status, context -> answer(context, status));
    }
  }

  // The router fails by itself when a request of no known version of HTTP names no host.
  private static void refuseUnroutable(RoutingContext context) {
    if (context.statusCode() == 400 && context.failure() instanceof VertxException) {
      context.response().putHeader("Connection", "close");
      answer(context, 400);
    } else {
      context.next();
    }
  }

  private static void answer(RoutingContext context, int status) {
    answer(context, new ProblemException(ProblemType.ofStatus(status), List.of()));
  }

  /** Answers with a problem, unless something was answered already. */
  public static void answer(RoutingContext context, ProblemException problem) {
    if (context.response().ended() || context.response().headWritten()) {
      return;
    }
    context.response().setStatusCode(problem.type().status());
    Problems.headers(problem, context).forEach(context.response()::putHeader);
    context.response().putHeader("Content-Type", Problems.MEDIA_TYPE);
    try {
      context
          .response()
          .end(DatabindCodec.mapper().writeValueAsString(Problems.body(problem, context)));
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
