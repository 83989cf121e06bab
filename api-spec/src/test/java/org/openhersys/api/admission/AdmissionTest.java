package org.openhersys.api.admission;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that answers nothing until it is told to. */
@Timeout(60)
class AdmissionTest {
  private static final int MOST = 16;
  private static final int AT_ONCE = 8;
  private static final int MOST_BODIES = 100;

  /** Longer than anybody here waits for an answer. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final String LIST = "/api/v1/cases";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String ONE = LIST + "/0193b0c2-5f1e-7a60-8000-000000000000";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<RoutingContext> atWork = new LinkedBlockingQueue<>();
  private Admission admission;
  private HttpServer server;

  @BeforeEach
  void start() {
    serve(LONG, LONG);
  }

  private void serve(Duration longestWait, Duration longestBody) {
    Filters filters = new Filters();
    admission =
        new Admission(
            MOST,
            OptionalInt.of(AT_ONCE),
            1,
            longestWait,
            new MemorySize(BigInteger.valueOf(MOST_BODIES)),
            longestBody);
    admission.bound(filters);
    Router router = Router.router(vertx);
    filters.getFilters().stream()
        .sorted(Comparator.comparingInt(Filter::getPriority).reversed())
        .forEach(filter -> router.route().handler(filter.getHandler()));
    router.route("/q/*").handler(RoutingContext::end);
    router.route().handler(atWork::add);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whatGoesBeforeIsLetInWhereWhatComesAfterIsRefusedAtOnce() throws Exception {
    letIn(AT_ONCE / 2, "GET", LIST);
    for (int i = AT_ONCE / 2; i < MOST / 2; i++) {
      var unused = send("GET", LIST);
    }
    until(() -> admission.inHand() == MOST / 2);
    for (String spelling : List.of(LIST, "/q/.." + LIST, "/q/%2e%2e" + LIST, "/%61pi/v1/cases")) {
      assertToComeAgain(answer(send("GET", spelling)));
    }

    letIn(AT_ONCE / 4, "GET", ONE);
    letIn(AT_ONCE / 4, "POST", LIST);
    assertEquals(200, answer(send("GET", "/q/health/live")).statusCode());
  }

  @Test
  void whoIsBeyondTheLastPlaceIsRefusedAtOnce() throws Exception {
    letIn(AT_ONCE, "POST", LIST);
    for (int i = AT_ONCE; i < MOST; i++) {
      var unused = send("POST", LIST);
    }
    until(() -> admission.inHand() == MOST);

    assertToComeAgain(answer(send("POST", LIST)));
  }

  @Test
  void whoWaitsIsWorkedOnWhenSomebodyWasAnswered() throws Exception {
    letIn(AT_ONCE, "POST", LIST);
    CompletableFuture<HttpResponse<String>> waiting = send("POST", LIST);
    until(() -> admission.inHand() == AT_ONCE + 1);
    assertEquals(AT_ONCE, atWork.size());

    for (int i = 0; i <= AT_ONCE; i++) {
      atWork.take().end();
    }

    assertEquals(200, answer(waiting).statusCode());
  }

  @Test
  void whoseTurnDoesNotComeIsToldToComeAgain() throws Exception {
    serve(Duration.ofMillis(300), LONG);
    letIn(AT_ONCE, "POST", LIST);

    assertToComeAgain(answer(send("POST", LIST)));
    until(() -> admission.inHand() == AT_ONCE);
    assertEquals(AT_ONCE, atWork.size());
  }

  @Test
  void keysAreToldWhileEverybodyWaitsForThem() throws Exception {
    letIn(AT_ONCE, "POST", LIST);

    letIn(1, "GET", "/.well-known/jwks.json");
  }

  @Test
  void aBodyOfAnotherKindNeedsADesk() throws Exception {
    letIn(AT_ONCE, "POST", LIST);

    Socket odd = begun("POST " + LIST + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n{");
    until(() -> admission.inHand() == AT_ONCE + 1);

    assertEquals(AT_ONCE, atWork.size());
    odd.close();
  }

  @Test
  void aLargeBodyThatStillComesIsNobodysTurn() throws Exception {
    List<Socket> large = new ArrayList<>();
    for (int i = 0; i < MOST - AT_ONCE; i++) {
      large.add(
          begun(
              "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Length: 9\r\n\r\n{"
                  .formatted(LIST)));
    }
    until(() -> atWork.size() == MOST - AT_ONCE);

    letIn(AT_ONCE, "POST", LIST);

    assertEquals(MOST, admission.inHand());
    for (Socket socket : large) {
      socket.close();
    }
  }

  @Test
  void whoWasAnsweredLeavesAPlace() throws Exception {
    letIn(AT_ONCE, "POST", LIST);

    for (int i = 0; i < AT_ONCE; i++) {
      atWork.take().end();
      letInAtLast().close();
    }
  }

  @Test
  void whoWentAwayLeavesAPlace() throws Exception {
    for (int i = 0; i < 3 * MOST; i++) {
      letInAtLast().close();
    }
  }

  @Test
  void whoSendsSlowlyTakesNoPlace() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      slow.add(
          begun("POST " + LIST + " HTTP/1.1\r\nHost: x\r\n" + JSON + "Content-Length: 9\r\n\r\n{"));
    }

    letIn(AT_ONCE, "POST", LIST);

    assertEquals(AT_ONCE, atWork.size());
    for (Socket socket : slow) {
      socket.close();
    }
  }

  @Test
  void whoHasBeenSendingLongestMakesRoomForWhoComes() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      slow.add(begun(slowly(MOST_BODIES / 2, MOST_BODIES / 2 - 1)));
    }

    until(() -> slow.stream().anyMatch(AdmissionTest::isCutOff));

    assertTrue(isTaken(slowly(1, 1)));
    for (Socket socket : slow) {
      socket.close();
    }
  }

  @Test
  void bodiesBeyondWhatMayBeHeldTogetherAreToldToComeAgain() throws Exception {
    Socket waiting = begun(slowly(MOST_BODIES, MOST_BODIES));
    until(() -> atWork.size() == 1);

    Socket beyond = begun(slowly(2, 1));
    assertTrue(new String(beyond.getInputStream().readNBytes(12), US_ASCII).endsWith(" 503"));

    waiting.close();
    until(() -> isTaken(slowly(1, 1)));
  }

  private static boolean isCutOff(Socket socket) {
    try {
      socket.setSoTimeout(20);
      return socket.getInputStream().read() == -1;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whoDoesNotSendASmallBodyIsCutOff() throws Exception {
    serve(LONG, Duration.ofMillis(300));

    assertEquals(-1, begun(slowly(9, 1)).getInputStream().read());
  }

  private static String slowly(int announced, int sent) {
    return "POST %s HTTP/1.1\r\nHost: x\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(LIST, JSON, announced, "1".repeat(sent));
  }

  private boolean isTaken(String text) {
    int before = atWork.size();
    try (Socket socket = begun(text)) {
      while (atWork.size() == before && socket.getInputStream().available() == 0) {
        Thread.onSpinWait();
      }
      return atWork.size() > before;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatCameWholeIsThereToBeRead() throws Exception {
    Socket socket =
        begun("POST " + LIST + " HTTP/1.1\r\nHost: x\r\n" + JSON + "Content-Length: 2\r\n\r\n{");
    socket.getOutputStream().write('}');

    assertEquals("{}", atWork.take().body().asString());
    socket.close();
  }

  private static void until(BooleanSupplier holds) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "it does not come");
      Thread.onSpinWait();
    }
  }

  private Socket begun(String text) throws IOException {
    Socket socket = new Socket("localhost", server.actualPort());
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private void letIn(int count, String method, String path) {
    for (int i = 0; i < count; i++) {
      int before = atWork.size();
      CompletableFuture<HttpResponse<String>> sent = send(method, path);
      while (atWork.size() == before) {
        assertFalse(sent.isDone());
        Thread.onSpinWait();
      }
    }
  }

  /** Somebody who comes again until there is a place; a place is left a moment after the answer. */
  private Socket letInAtLast() throws Exception {
    int before = atWork.size();
    while (true) {
      Socket socket = begun("POST " + LIST + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
      while (atWork.size() == before && socket.getInputStream().available() == 0) {
        Thread.onSpinWait();
      }
      if (atWork.size() > before) {
        return socket;
      }
      socket.close();
    }
  }

  private CompletableFuture<HttpResponse<String>> send(String method, String path) {
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort() + path))
            .version(HttpClient.Version.HTTP_1_1)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> request) {
    return request.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static void assertToComeAgain(HttpResponse<String> answer) {
    assertEquals(503, answer.statusCode());
    assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(answer.body().contains("urn:openhersys:problem:unavailable"), answer.body());
  }
}
