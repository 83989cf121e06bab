package org.openhersys.local.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.openhersys.local.RunningSystem;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.Request;

/** Sends requests through the proxy, each until it is answered, in the name of several actors. */
final class Sender {
  private static final Set<Integer> COME_AGAIN = Set.of(409, 429, 503);
  private static final int UNAUTHENTICATED = 401;
  private static final int BROKEN = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final RunningSystem system;
  private final Figures figures;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<Actor, String> machineTokens = new EnumMap<>(Actor.class);

  /**
   * An answer that says neither to come again nor that something broke.
   *
   * @param attempts how many it took
   * @param begun when the last of them began, of {@link System#nanoTime}
   */
  record Answered(Exchange exchange, int attempts, long begun) {}

  Sender(RunningSystem system, Figures figures) {
    this.system = system;
    this.figures = figures;
  }

  /**
   * Sends a request until it is answered.
   *
   * @throws IllegalStateException when nobody answers for minutes
   * @throws Killed when the participant was killed
   */
  Answered send(Actor actor, Request request) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int attempt = 1; ; attempt++) {
      String token = token(actor);
      long begun = System.nanoTime();
      Exchange exchange = attempt(request.as(token));
      if (exchange != null && !isToComeAgain(actor, exchange)) {
        return new Answered(exchange, attempt, begun);
      }
      figures.unanswered();
      if (begun > deadline) {
        throw new IllegalStateException(
            "no answer to " + request + ": " + (exchange == null ? "" : exchange.body()));
      }
      pause(PAUSE);
    }
  }

  /** What stands there, which must be readable. */
  Exchange read(Actor actor, String target) {
    return send(actor, Request.get(target)).exchange().expecting(200);
  }

  /** The next request of a machine asks for a token first. */
  void forgetTokens() {
    machineTokens.clear();
  }

  private boolean isToComeAgain(Actor actor, Exchange exchange) {
    if (exchange.status() == BROKEN) {
      figures.fault("answered as broken: " + exchange.request() + " " + exchange.body());
      return true;
    }
    if (exchange.status() == UNAUTHENTICATED && machineTokens.remove(actor) != null) {
      return true;
    }
    return COME_AGAIN.contains(exchange.status())
        && exchange.headers().firstValue("Retry-After").isPresent();
  }

  /** One attempt; null when it brought no answer. */
  private Exchange attempt(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(system.launcher().baseUrl() + request.target()))
            .timeout(Duration.ofSeconds(20))
            .method(
                request.method(),
                request.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.body()));
    request.headers().forEach(builder::header);
    try {
      HttpResponse<String> answer =
          client.send(builder.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Exchange(
          request, answer.statusCode(), answer.headers(), answer.body(), Duration.ZERO);
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      throw new Killed(e);
    }
  }

  private String token(Actor actor) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return actor.isMachine()
            ? machineTokens.computeIfAbsent(actor, this::newToken)
            : system.person(actor.loginId());
      } catch (RuntimeException e) {
        // Its answer may have been lost; an assertion is good once, and so is a one-time code.
        if (Thread.currentThread().isInterrupted()) {
          throw new Killed(e);
        }
        if (System.nanoTime() > deadline) {
          throw e;
        }
        pause(PAUSE);
      }
    }
  }

  private String newToken(Actor actor) {
    return system.client(actor.scope()).requestToken().text("/access_token");
  }

  /** A participant's rest, during which it may be killed too. */
  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new Killed(e);
    }
  }
}
