package org.openhersys.local.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.local.Ports;
import org.openhersys.local.Service;

class ProxyTest {
  private final Ports ports = Ports.free();
  private final AtomicReference<HttpExchange> seen = new AtomicReference<>();
  private HttpServer notification;
  private Proxy proxy;

  @BeforeEach
  void start() throws IOException {
    notification =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.notification()), 0);
    notification.createContext("/", this::echo);
    notification.start();
    proxy =
        new Proxy(
            ports.proxy(),
            Map.of(
                Service.IDENTITY, ports.identity(),
                Service.NOTIFICATION, ports.notification(),
                Service.CASE_TRACKING, ports.caseTracking()));
  }

  @AfterEach
  void stop() {
    proxy.close();
    notification.stop(0);
  }

  @Test
  void bodiesAndQueriesPassUnchanged() {
    String body = "発生届".repeat(400_000);

    HttpResponse<String> answer =
        send(request("/api/v1/notifications?x=%E7%97%85&y=").POST(text(body)));

    assertEquals(200, answer.statusCode());
    assertEquals(body, answer.body());
    assertEquals("/api/v1/notifications?x=%E7%97%85&y=", seen.get().getRequestURI().toString());
  }

  @Test
  void theServiceSeesTheClientsHostAndAddressAndNoForgedOnes() {
    send(
        request("/api/v1/notifications")
            .header("X-Forwarded-For", "203.0.113.9")
            .header("Forwarded", "for=203.0.113.9"));

    var headers = seen.get().getRequestHeaders();
    assertEquals("localhost:" + ports.proxy(), headers.getFirst("Host"));
    assertEquals("localhost:" + ports.proxy(), headers.getFirst("X-Forwarded-Host"));
    assertEquals("127.0.0.1", headers.getFirst("X-Forwarded-For"));
    assertEquals("http", headers.getFirst("X-Forwarded-Proto"));
    assertFalse(headers.containsKey("Forwarded"));
  }

  @Test
  void unknownResourcesAnswerAsAProblem() {
    HttpResponse<String> answer = send(request("/q/health"));

    assertEquals(404, answer.statusCode());
    assertEquals("application/problem+json", contentType(answer));
    assertTrue(answer.body().contains("\"urn:openhersys:problem:not-found\""));
    assertEquals("ja", answer.headers().firstValue("Content-Language").orElseThrow());
  }

  @Test
  void aServiceThatIsDownAnswersAsAProblemWithATimeToRetry() {
    HttpResponse<String> answer =
        send(request("/api/v1/cases").header("Accept-Language", "en").POST(text("{}")));

    assertEquals(503, answer.statusCode());
    assertEquals("application/problem+json", contentType(answer));
    assertTrue(answer.body().contains("\"urn:openhersys:problem:unavailable\""));
    assertTrue(answer.headers().firstValueAsLong("Retry-After").isPresent());
    assertEquals("en", answer.headers().firstValue("Content-Language").orElseThrow());
  }

  @Test
  void aServiceThatIsEndingAnswersAsAProblemWithATimeToRetry() {
    notification.createContext(
        "/api/v1/notifications",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });

    HttpResponse<String> answer = send(request("/api/v1/notifications").POST(text("{}")));

    assertEquals(503, answer.statusCode());
    assertEquals("application/problem+json", contentType(answer));
    assertTrue(answer.body().contains("\"urn:openhersys:problem:unavailable\""));
    assertTrue(answer.headers().firstValueAsLong("Retry-After").isPresent());
  }

  @Test
  void whatIsNotModifiedPromisesNoBody() {
    notification.createContext(
        "/api/v1/notifications",
        exchange -> {
          exchange.getResponseHeaders().add("ETag", "\"a\"");
          exchange.sendResponseHeaders(304, -1);
          exchange.close();
        });

    HttpResponse<String> answer = send(request("/api/v1/notifications"));

    assertEquals(304, answer.statusCode());
    assertEquals("\"a\"", answer.headers().firstValue("ETag").orElseThrow());
    assertTrue(answer.headers().firstValue("Transfer-Encoding").isEmpty());
  }

  private void echo(HttpExchange exchange) {
    seen.set(exchange);
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + ports.proxy() + target))
        .timeout(Duration.ofSeconds(30));
  }

  private static HttpRequest.BodyPublisher text(String body) {
    return HttpRequest.BodyPublishers.ofString(body);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String contentType(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElseThrow();
  }
}
