package org.openhersys.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * Sends requests to one base URL. As every client should, it waits and asks again when it is told
 * to ({@code Retry-After} with 409, 429 or 503), for two minutes at most.
 */
public final class Http {
  private static final Set<Integer> COME_AGAIN = Set.of(409, 429, 503);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String baseUrl;

  public Http(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public String baseUrl() {
    return baseUrl;
  }

  /**
   * Sends a request.
   *
   * @return the last answer; its duration is that of the last attempt
   */
  public Exchange send(Request request) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Exchange exchange = sendOnce(request);
    while (isToComeAgain(exchange) && System.nanoTime() < deadline) {
      pause(Duration.ofSeconds(Long.parseLong(exchange.header("Retry-After"))));
      exchange = sendOnce(request);
    }
    return exchange;
  }

  private static boolean isToComeAgain(Exchange exchange) {
    return COME_AGAIN.contains(exchange.status())
        && exchange.headers().firstValue("Retry-After").isPresent();
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Exchange sendOnce(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(baseUrl + request.target()))
            .timeout(Duration.ofSeconds(30))
            .header("Accept-Language", "en")
            .method(
                request.method(),
                request.body() == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(request.body()));
    request.headers().forEach(builder::header);
    long start = System.nanoTime();
    try {
      HttpResponse<String> response =
          client.send(builder.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Exchange(
          request,
          response.statusCode(),
          response.headers(),
          response.body(),
          Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
