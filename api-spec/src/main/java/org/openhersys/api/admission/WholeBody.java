package org.openhersys.api.admission;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;
import org.openhersys.api.problem.RouterProblems;

/**
 * Small bodies (JSON, forms) are awaited before anybody works on the request: read by the one who
 * works, a body that comes byte by byte would hold a thread. Whatever else is sent is large, is
 * read as it comes, and is at work meanwhile.
 */
final class WholeBody {
  /** More than any reader of a small body takes. */
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final List<String> SMALL =
      List.of(
          "application/json", "application/merge-patch+json", "application/x-www-form-urlencoded");

  private WholeBody() {}

  static void await(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isToCome(request) || isReadAsItComes(context)) {
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

  /** Whether a body comes that is not awaited, but read by who works on the request. */
  static boolean isReadAsItComes(RoutingContext context) {
    return isToCome(context.request())
        && !isSmall(context.request().getHeader(HttpHeaders.CONTENT_TYPE));
  }

  private static boolean isSmall(@Nullable String contentType) {
    return contentType != null
        && SMALL.contains(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  private static boolean isToCome(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
        || (length != null && !length.equals("0"));
  }
}
