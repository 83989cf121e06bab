package org.openhersys.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.local.journey.Request;

class TrafficTest {
  private static final Duration STALL = Duration.ofMillis(600);

  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService oneAtATime = Executors.newSingleThreadExecutor();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(oneAtATime);
    server.createContext("/served", exchange -> answer(exchange, 200));
    server.createContext("/refused", exchange -> answer(exchange, 503));
    server.createContext("/broken", exchange -> answer(exchange, 500));
    server.createContext("/stalled", this::stalledOnce);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    oneAtATime.shutdownNow();
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
    try (Traffic traffic = new Traffic(server.getAddress().getPort(), 4)) {
      Outcome outcome =
          traffic.asFastAsAnswered(4, Duration.ofMillis(300), () -> Request.get("/served"));

      assertEquals(requests.get(), outcome.accepted());
      assertTrue(outcome.acceptedPerSecond() > 0);
    }
  }

  private Outcome atRate(String path, double perSecond, Duration length) {
    try (Traffic traffic = new Traffic(server.getAddress().getPort(), 64)) {
      return traffic.atRate(perSecond, length, () -> Request.get(path));
    }
  }

  private void stalledOnce(HttpExchange exchange) throws IOException {
    if (requests.get() == 0) {
      Traffic.pause(STALL);
    }
    answer(exchange, 200);
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    requests.incrementAndGet();
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
