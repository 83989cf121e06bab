package org.openhersys.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.local.journey.Request;

/** Sends many requests to one service: at a rate, or as fast as it answers. */
final class Traffic implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient client;
  private final int port;
  private final @Nullable Predicate<String> wanted;

  /**
   * @param connections that may be open at once; more requests than that wait here
   */
  Traffic(int port, int connections) {
    this(port, connections, null);
  }

  /**
   * To one whose status does not tell all.
   *
   * @param wanted what the body of an answer must be like to count as served; null if any will do
   */
  Traffic(int port, int connections, @Nullable Predicate<String> wanted) {
    this.port = port;
    this.wanted = wanted;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAliveTimeout(60),
            new PoolOptions().setHttp1MaxSize(connections));
  }

  /**
   * An open model: requests come when they are due, whatever became of those before. They are
   * written ahead, so that the writing takes nothing from those who serve them.
   *
   * @param perSecond how many are due in a second
   */
  Outcome atRate(double perSecond, Duration length, Supplier<Request> requests) {
    return atRate(perSecond, written(perSecond, length, requests));
  }

  /** As many requests as are due in that time at that rate. */
  static List<Request> written(double perSecond, Duration length, Supplier<Request> requests) {
    long count = Math.round(perSecond * length.toNanos() / 1e9);
    return Stream.generate(requests).limit(count).toList();
  }

  /** The same, of requests that were written ahead. */
  Outcome atRate(double perSecond, List<Request> written) {
    Outcome outcome = new Outcome();
    AtomicLong open = new AtomicLong();
    long begin = System.nanoTime();
    long sent = 0;
    for (Request request : written) {
      long due = begin + Math.round(sent++ / perSecond * 1e9);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      open.incrementAndGet();
      send(request, due, outcome).onComplete(done -> open.decrementAndGet());
    }
    await(open);
    outcome.lasted(System.nanoTime() - begin);
    return outcome;
  }

  /** A closed model: that many clients, each sends when it was answered. For finding the peak. */
  Outcome asFastAsAnswered(int clients, Duration length, Supplier<Request> requests) {
    Outcome outcome = new Outcome();
    AtomicBoolean over = new AtomicBoolean();
    AtomicLong running = new AtomicLong(clients);
    long begin = System.nanoTime();
    for (int i = 0; i < clients; i++) {
      vertx.runOnContext(start -> next(requests, outcome, over, running));
    }
    pause(length);
    over.set(true);
    outcome.lasted(System.nanoTime() - begin);
    await(running);
    return outcome;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void next(
      Supplier<Request> requests, Outcome outcome, AtomicBoolean over, AtomicLong running) {
    if (over.get()) {
      running.decrementAndGet();
      return;
    }
    send(requests.get(), System.nanoTime(), outcome)
        .onComplete(done -> next(requests, outcome, over, running));
  }

  /**
   * All that follows is arranged by the thread that reads answers: else one might be over first.
   */
  private Future<Void> send(Request request, long due, Outcome outcome) {
    return client
        .request(HttpMethod.valueOf(request.method()), port, HOST, request.target())
        .compose(
            open -> {
              request.headers().forEach(open::putHeader);
              outcome.sent(System.nanoTime() - due);
              open.idleTimeout(LONGEST_ANSWER.toMillis());
              Future<HttpClientResponse> sent =
                  request.body() == null ? open.send() : open.send(Buffer.buffer(request.body()));
              return sent.compose(answer -> readWhole(answer, due, outcome));
            })
        .onFailure(failure -> outcome.failed(failure.toString()));
  }

  private Future<Void> readWhole(HttpClientResponse answer, long due, Outcome outcome) {
    Future<Boolean> asWanted =
        wanted == null
            ? answer.end().map(true)
            : answer.body().map(body -> wanted.test(body.toString(StandardCharsets.UTF_8)));
    return asWanted
        .onSuccess(
            yes -> {
              if (yes || answer.statusCode() / 100 != 2) {
                outcome.answered(
                    answer.statusCode(),
                    answer.getHeader("Retry-After") != null,
                    System.nanoTime() - due);
              } else {
                outcome.failed(answer.statusCode() + " with another body than is wanted");
              }
            })
        .mapEmpty();
  }

  private static void await(AtomicLong open) {
    long deadline = System.nanoTime() + 2 * LONGEST_ANSWER.toNanos();
    while (open.get() > 0) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(open + " requests are still open");
      }
      pause(Duration.ofMillis(5));
    }
  }

  static void pause(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
