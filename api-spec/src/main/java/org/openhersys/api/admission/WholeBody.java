package org.openhersys.api.admission;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** Bodies that are not whole, the oldest first. */
  private final Set<Coming> coming = new LinkedHashSet<>();

  private long held;

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
    Coming body = new Coming(context);
    long cut = context.vertx().setTimer(longestMillis, late -> body.cutOff());
    begins(body);
    context.addEndHandler(
        answered -> {
          context.vertx().cancelTimer(cut);
          forget(body);
        });
    request.handler(part -> take(body, part));
    request.endHandler(
        whole -> {
          context.vertx().cancelTimer(cut);
          if (!context.response().ended() && isWhole(body)) {
            ((RoutingContextInternal) context).setBody(body.bytes);
            context.next();
          }
        });
    request.resume();
  }

  private void take(Coming body, Buffer part) {
    if (body.context.response().ended()) {
      return;
    }
    if (body.bytes.length() + part.length() > MOST_BYTES) {
      RouterProblems.answer(body.context, new ProblemException(ProblemType.TOO_LARGE, List.of()));
    } else if (hold(body, part.length())) {
      body.bytes.appendBuffer(part);
    } else {
      Admission.comeAgain(body.context);
    }
  }

  private synchronized void begins(Coming body) {
    coming.add(body);
  }

  /** Whether there is room for so many more bytes, after all who came earlier were cut off. */
  private synchronized boolean hold(Coming body, int length) {
    while (held + length > mostTogether) {
      Coming oldest = coming.isEmpty() ? body : coming.iterator().next();
      if (oldest == body) {
        return false;
      }
      forget(oldest);
      oldest.cutOff();
    }
    held += length;
    body.held += length;
    return true;
  }

  /** Whether it has not been cut off; held until it is forgotten. */
  private synchronized boolean isWhole(Coming body) {
    return coming.remove(body);
  }

  private synchronized void forget(Coming body) {
    coming.remove(body);
    held -= body.held;
    body.held = 0;
  }

  /** A body of which some has come. */
  private static final class Coming {
    private final RoutingContext context;
    private final Buffer bytes = Buffer.buffer();
    private long held;

    private Coming(RoutingContext context) {
      this.context = context;
    }

    private void cutOff() {
      context.request().connection().close();
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
