package org.openhersys.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.local.journey.Request;

class TrafficTest {
  private static final Duration STALL = Duration.ofMillis(600);

  private final AtomicInteger requests = new AtomicInteger();
  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;

  @BeforeEach
  void start() {
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setAcceptBacklog(1_024))
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aStallIsSufferedByAllWhoCameDuringIt() {
    Outcome outcome = atRate("/stalled", 200, Duration.ofSeconds(1));

    assertEquals(200, outcome.accepted());
    // One request waited for the whole stall; those due in its first half waited for half of it or
    // more.
    assertTrue(
        outcome.acceptedMillis(75) >= STALL.toMillis() / 4.0, outcome.acceptedMillis(75) + " ms");
  }

  @Test
  void requestsComeWhenTheyAreDueWhateverBecomesOfThem() {
    assertEquals(100, atRate("/broken", 200, Duration.ofMillis(500)).failures());
    assertEquals(100, requests.get());
  }

  @Test
  void aRefusalWithoutATimeToComeAgainIsCounted() {
    Outcome outcome = atRate("/refused", 100, Duration.ofMillis(200));

    assertEquals(20, outcome.refused());
    assertEquals(20, outcome.refusedWithoutRetryAfter());
    assertEquals(0, outcome.accepted() + outcome.failures());
  }

  @Test
  void clientsOfAClosedModelSendWhenTheyWereAnswered() {
    try (Traffic traffic = new Traffic(server.actualPort(), 4)) {
      Outcome outcome =
          traffic.asFastAsAnswered(4, Duration.ofMillis(300), () -> Request.get("/served"));

      assertEquals(requests.get(), outcome.accepted());
      assertTrue(outcome.acceptedPerSecond() > 0);
    }
  }

  @Test
  void anAnswerWithAnotherBodyThanIsWantedIsAFailure() {
    try (Traffic traffic = new Traffic(server.actualPort(), 1, "/wanted"::equals)) {
      Duration length = Duration.ofMillis(100);

      assertEquals(10, traffic.atRate(100, length, () -> Request.get("/wanted")).accepted());
      Outcome other = traffic.atRate(100, length, () -> Request.get("/other"));
      assertEquals(10, other.failures());
      assertEquals(0, other.accepted());
    }
  }

  private Outcome atRate(String path, double perSecond, Duration length) {
    try (Traffic traffic = new Traffic(server.actualPort(), 64)) {
      return traffic.atRate(perSecond, length, () -> Request.get(path));
    }
  }

  /** On the one thread that serves all: while it stands, everybody waits. */
  private void answer(HttpServerRequest request) {
    if (requests.getAndIncrement() == 0 && request.path().equals("/stalled")) {
      Traffic.pause(STALL);
    }
    int status =
        switch (request.path()) {
          case "/refused" -> 503;
          case "/broken" -> 500;
          default -> 200;
        };
    request.response().setStatusCode(status).end(request.path());
  }
}
