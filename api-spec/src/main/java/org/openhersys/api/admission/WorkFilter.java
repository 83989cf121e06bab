package org.openhersys.api.admission;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.CompletionCallback;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Tells when a resource is at work for a request, whether or not its sender still waits. */
public class WorkFilter {
  /** Before anything is looked up; the framework tells when all is done. */
  @ServerRequestFilter(preMatching = true)
  public void begins(RoutingContext context) {
    Stay.of(context)
        .ifPresent(
            stay -> {
              stay.workBegins();
              CompletionCallback over = failure -> stay.workIsOver();
              CurrentRequestManager.get().registerCompletionCallback(over);
            });
  }
}
