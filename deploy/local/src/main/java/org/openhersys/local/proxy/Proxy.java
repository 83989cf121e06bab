package org.openhersys.local.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openhersys.local.Service;

/**
 * Fronts the services on one base URL. Bodies are streamed in both directions; the services see the
 * client's Host, and its address in X-Forwarded-For.
 */
public final class Proxy implements AutoCloseable {
  /** As many as the services take. */
  private static final int MOST_HEADER_BYTES = 16 * 1024;

  private final Vertx vertx = Vertx.vertx();
  private final Map<Service, SocketAddress> upstreams = new EnumMap<>(Service.class);

  /**
   * Listens on the loopback address.
   *
   * @param port where to listen
   * @param servicePorts where each service listens, on the loopback address
   */
  public Proxy(int port, Map<Service, Integer> servicePorts) {
    servicePorts.forEach(
        (service, at) -> upstreams.put(service, SocketAddress.inetSocketAddress(at, "127.0.0.1")));
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(2_000).setMaxPoolSize(200));
    HttpProxy proxy =
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
            .origin(this::upstreamRequest)
            .addInterceptor(new Forwarding());
    await(
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHandle100ContinueAutomatically(true)
                    .setMaxHeaderSize(MOST_HEADER_BYTES))
            .requestHandler(request -> handle(request, proxy))
            .listen(port, "127.0.0.1"));
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static void handle(HttpServerRequest request, HttpProxy proxy) {
    if (Routes.serviceFor(pathOf(request)).isPresent()) {
      proxy.handle(request);
    } else {
      ProblemAnswer.NOT_FOUND.send(request);
    }
  }

  private Future<HttpClientRequest> upstreamRequest(ProxyContext context) {
    HttpServerRequest request = context.request().proxiedRequest();
    SocketAddress upstream = Routes.serviceFor(pathOf(request)).map(upstreams::get).orElseThrow();
    HostAndPort asked = request.authority();
    return context
        .client()
        .request(
            new RequestOptions()
                .setServer(upstream)
                .setHost(asked == null ? upstream.host() : asked.host())
                .setPort(asked == null || asked.port() < 0 ? upstream.port() : asked.port()));
  }

  private static String pathOf(HttpServerRequest request) {
    String path = request.path();
    return path == null ? "" : path;
  }

  private static <T> void await(Future<T> future) {
    try {
      future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The proxy failed", e);
    }
  }

  /** Says who asked, and answers for a service that is not there. */
  private static final class Forwarding implements ProxyInterceptor {
    private static final int NOT_MODIFIED = 304;

    // It has no body; said to be chunked, some clients wait for its first chunk.
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
      ProxyResponse answer = context.response();
      if (answer.getStatusCode() == NOT_MODIFIED && answer.getBody() != null) {
        answer.getBody().stream().resume();
        answer.setBody(null);
      }
      return context.sendResponse();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      HttpServerRequest request = context.request().proxiedRequest();
      MultiMap headers = context.request().headers();
      headers.remove("Forwarded").remove("X-Forwarded-Port").remove(HttpHeaders.EXPECT);
      headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
      headers.set("X-Forwarded-Proto", "http");
      if (request.authority() != null) {
        headers.set("X-Forwarded-Host", request.authority().toString());
      }
      return context
          .sendRequest()
          .map(
              answer ->
                  isOfAnEndingService(answer) ? ProblemAnswer.UNAVAILABLE.instead(answer) : answer)
          .recover(
              cause ->
                  Future.succeededFuture(
                      ProblemAnswer.UNAVAILABLE.instead(context.request().release())));
    }

    // The framework refuses with the bare status what comes after the signal to end.
    private static boolean isOfAnEndingService(ProxyResponse answer) {
      return answer.getStatusCode() == 503 && !answer.headers().contains(HttpHeaders.CONTENT_TYPE);
    }
  }
}
