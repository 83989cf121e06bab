package org.openhersys.api.admission;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.List;
import java.util.Locale;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;
import org.openhersys.api.problem.RouterProblems;

/**
 * Small bodies (JSON, forms) are awaited before anybody works on the request: read by the one who
 * works, a body that comes byte by byte would hold a thread. What is known to be large (batches,
 * CSV, faxes) is read as it comes. Anything else is nothing that we read, and refused.
 */
final class WholeBody {
  /** More than any reader of a small body takes. */
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final List<String> LARGE =
      List.of("application/x-ndjson", "text/csv", "application/pdf", "image/");

  private static final List<String> SMALL =
      List.of(
          "application/json", "application/merge-patch+json", "application/x-www-form-urlencoded");

  private WholeBody() {}

  static void await(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isToCome(request) || !SMALL.contains(type(request))) {
      context.next();
      return;
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      context.response().writeContinue();
    }
    Buffer body = Buffer.buffer();
    request.handler(
        part -> {
          if (body.length() + part.length() <= MOST_BYTES) {
            body.appendBuffer(part);
          } else if (!context.response().ended()) {
            RouterProblems.answer(context, new ProblemException(ProblemType.TOO_LARGE, List.of()));
          }
        });
    request.endHandler(
        whole -> {
          if (!context.response().ended()) {
            ((RoutingContextInternal) context).setBody(body);
            context.next();
          }
        });
    request.resume();
  }

  /** Whether a large body comes, that is read by who works on the request. */
  static boolean isReadAsItComes(RoutingContext context) {
    HttpServerRequest request = context.request();
    return request.method().equals(HttpMethod.POST)
        && isToCome(request)
        && LARGE.stream().anyMatch(type(request)::startsWith);
  }

  private static String type(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isToCome(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
        || (length != null && !length.equals("0"));
  }
}
