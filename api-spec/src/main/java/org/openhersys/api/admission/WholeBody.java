package org.openhersys.api.admission;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;
import org.openhersys.api.problem.RouterProblems;

/**
 * Small bodies (JSON, forms) are awaited before anybody works on the request: read by the one who
 * works, a body that comes byte by byte would hold a thread. What is known to be large (batches,
 * CSV, faxes) is read as it comes. Anything else is nothing that we read, and refused.
 *
 * <p>All bodies that are held at once are bounded together; what comes beyond is told to come
 * again. Who has not sent a small body after a while is cut off, like who says nothing at all.
 *
 * <p>Safe to be used by many threads.
 */
final class WholeBody {
  /** More than any reader of a small body takes. */
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final List<String> LARGE =
      List.of("application/x-ndjson", "text/csv", "application/pdf", "image/");

  private static final List<String> SMALL =
      List.of(
          "application/json", "application/merge-patch+json", "application/x-www-form-urlencoded");

  private final long mostTogether;
  private final long longestMillis;
  private final AtomicLong held = new AtomicLong();

  /**
   * @param mostTogether bytes of all that are held, from the first of them until the answer
   * @param longest until a body has come whole
   */
  WholeBody(long mostTogether, Duration longest) {
    this.mostTogether = mostTogether;
    this.longestMillis = longest.toMillis();
  }

  void await(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isToCome(request) || !SMALL.contains(type(request))) {
      context.next();
      return;
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      context.response().writeContinue();
    }
    Buffer body = Buffer.buffer();
    long cut =
        context.vertx().setTimer(longestMillis, late -> context.request().connection().close());
    context.addEndHandler(
        answered -> {
          context.vertx().cancelTimer(cut);
          held.addAndGet(-body.length());
        });
    request.handler(part -> take(context, body, part));
    request.endHandler(
        whole -> {
          context.vertx().cancelTimer(cut);
          if (!context.response().ended()) {
            ((RoutingContextInternal) context).setBody(body);
            context.next();
          }
        });
    request.resume();
  }

  private void take(RoutingContext context, Buffer body, Buffer part) {
    if (context.response().ended()) {
      return;
    }
    if (body.length() + part.length() > MOST_BYTES) {
      RouterProblems.answer(context, new ProblemException(ProblemType.TOO_LARGE, List.of()));
    } else if (held.addAndGet(part.length()) > mostTogether) {
      held.addAndGet(-part.length());
      Admission.comeAgain(context);
    } else {
      body.appendBuffer(part);
    }
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
