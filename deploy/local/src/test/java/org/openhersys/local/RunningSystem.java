package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.Http;
import org.openhersys.local.journey.MachineClient;
import org.openhersys.local.journey.Person;
import org.openhersys.local.journey.Request;
import org.openhersys.local.proxy.Routes;
import org.openhersys.local.sample.Credentials;
import org.openhersys.local.sample.CredentialsFile;

/** The packaged system as a user starts it, with what tests need to use it and to break it. */
public final class RunningSystem implements AutoCloseable {
  /** Longer than any bound of the services: a request that is not answered by then is stuck. */
  private static final Duration STUCK = Duration.ofSeconds(60);

  /** Well within the life of an access token (300 s for machines). */
  private static final Duration TOKEN_KEPT = Duration.ofMinutes(3);

  private static final String APPLIED =
      """
      not exists (select from notification.event e, tracking.reader_position p where (e.xid, e.sequence) > (p.xid, p.sequence))
      """;

  private record KeptToken(String value, Instant since) {}

  private final Path directory;
  private final Ports ports = Ports.free();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, KeptToken> tokens = new HashMap<>();
  private RunningLauncher launcher;
  private Superuser superuser;

  private RunningSystem(Path directory) {
    this.directory = directory;
  }

  /**
   * Starts it on free ports in an empty directory, and waits until the journey is walked. The
   * directory stays until the next start, for its logs.
   */
  static RunningSystem start() {
    Path directory = Path.of("target/system").toAbsolutePath();
    empty(directory);
    RunningSystem system = new RunningSystem(directory);
    system.startAgain();
    system.superuser =
        new Superuser(system.ports, Secrets.in(system.data().resolve("secrets.json")).superuser());
    return system;
  }

  /** A new launcher on the same data. */
  void startAgain() {
    startAgain(Map.of());
  }

  /** A new launcher on the same data, whose mails go to that server. */
  void startAgain(StoppableMailServer mailServer) {
    startAgain(Map.of("OPENHERSYS_SMTP_HOST", mailServer.host()));
  }

  /** A mail server on the port that the next launcher is told. */
  StoppableMailServer mailServer() {
    return new StoppableMailServer(ports.smtp());
  }

  private void startAgain(Map<String, String> environment) {
    launcher = RunningLauncher.start(data(), ports, environment);
    assertTrue(launcher.isRunning(), launcher.output());
    assertFalse(launcher.output().contains("The walk ended early"), launcher.output());
  }

  public RunningLauncher launcher() {
    return launcher;
  }

  public Superuser superuser() {
    return superuser;
  }

  public Path directory() {
    return directory;
  }

  /** Sends a request once to the service that has the resource, and not by way of the proxy. */
  Exchange send(Request request) {
    return sending(request).join();
  }

  /** The same without waiting for the answer. */
  public CompletableFuture<Exchange> sending(Request request) {
    String path = request.target().replaceFirst("\\?.*", "");
    return sending(Routes.serviceFor(path).orElseThrow(), request);
  }

  /** Sends a request once to that service. */
  CompletableFuture<Exchange> sending(Service service, Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + service.port(ports) + request.target()))
            .timeout(STUCK)
            .method(
                request.method(),
                request.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.body()));
    request.headers().forEach(builder::header);
    long start = System.nanoTime();
    return client
        .sendAsync(builder.build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
        .thenApply(
            answer ->
                new Exchange(
                    request,
                    answer.statusCode(),
                    answer.headers(),
                    answer.body(),
                    Duration.ofNanos(System.nanoTime() - start)));
  }

  /** Sends a request through the proxy, again and again for as long as it is told to come again. */
  Exchange sendPatiently(Request request) {
    return http().send(request);
  }

  /** The status of a service's health at {@code ready}, {@code live} or {@code well}. */
  CompletableFuture<Integer> health(Service service, String kind) {
    return sending(service, Request.get("/q/health/" + kind)).thenApply(Exchange::status);
  }

  /** The access token of somebody of the sample directory, who logs in for it when needed. */
  public synchronized String person(String loginId) {
    return token(
        loginId,
        () -> {
          Person person = new Person(http(), credentialsFile(), loginId, Clock.systemUTC());
          String[] token = new String[1];
          person.logIn(
              exchange -> {
                if (exchange.status() == 201) {
                  token[0] = exchange.text("/accessToken");
                }
              });
          return token[0];
        });
  }

  /** The access token of the sample client that has a scope. */
  public synchronized String machine(String scope) {
    return token(scope, () -> client(scope).requestToken().text("/access_token"));
  }

  /** The sample client that has a scope, through the proxy and as patient as a client should be. */
  public MachineClient client(String scope) {
    return new MachineClient(
        http(), credentialsFile().credentials().clientWith(scope), Clock.systemUTC());
  }

  Credentials credentials() {
    return credentialsFile().credentials();
  }

  /**
   * Waits until nothing is under way that was set off before: every event is applied, every mail
   * has been sent or parked.
   */
  public void awaitQuiet() {
    await(
        APPLIED
            + " and not exists (select from notification.mail where state = 'WAITING')"
            + " and not exists (select from notification.batch_chunk)");
  }

  /** Waits until every event is applied that was there before. */
  public void awaitApplied() {
    await(APPLIED + " and not exists (select from tracking.set_aside_event)");
  }

  private void await(String condition) {
    RunningLauncher.waitUntil(Duration.ofSeconds(90), () -> superuser.holds(condition));
    assertTrue(superuser.holds(condition), condition);
  }

  @Override
  public void close() {
    try {
      launcher.interrupt();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void empty(Path directory) {
    try {
      Files.createDirectories(directory);
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.skip(1).sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path data() {
    return directory.resolve("data");
  }

  private Http http() {
    return new Http(ports.baseUrl());
  }

  private CredentialsFile credentialsFile() {
    Path file = data().resolve("credentials.json");
    return CredentialsFile.write(file, Credentials.read(file).orElseThrow(), ports.baseUrl());
  }

  private String token(String whose, Supplier<String> fresh) {
    KeptToken kept = tokens.get(whose);
    if (kept == null || kept.since().plus(TOKEN_KEPT).isBefore(Instant.now())) {
      kept = new KeptToken(fresh.get(), Instant.now());
      tokens.put(whose, kept);
    }
    return kept.value();
  }

  /** Holds of the answer to a request that could not be served. */
  static void assertUnavailable(Exchange answer) {
    assertEquals(503, answer.status(), answer.body());
    assertTrue(answer.headers().firstValueAsLong("Retry-After").isPresent(), answer.body());
    assertIsProblem(answer);
  }

  /** Holds of every error. */
  static void assertIsProblem(Exchange answer) {
    assertEquals("application/problem+json", answer.header("Content-Type"), answer.body());
    assertTrue(answer.text("/type").startsWith("urn:openhersys:problem:"), answer.body());
    for (String inner :
        List.of("injected", "架空", "tracking.", "notification.", "postgres", "at org.")) {
      assertFalse(answer.body().contains(inner), answer.body());
    }
  }
}
