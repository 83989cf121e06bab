package org.openhersys.api.problem;

import io.vertx.core.json.jackson.DatabindCodec;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The errors below the REST layer (unreadable addresses, too large bodies and headers) look like
 * all others.
 */
@Singleton
public class RouterProblems {
  private static final int[] STATUSES = {
    400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500, 503
  };

  void install(@Observes Router router) {
    for (int status : STATUSES) {
      router.errorHandler(status, context -> answer(context, status));
    }
  }

  private static void answer(RoutingContext context, int status) {
    if (context.response().ended() || context.response().headWritten()) {
      return;
    }
    ProblemException problem = new ProblemException(ProblemType.ofStatus(status), List.of());
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
