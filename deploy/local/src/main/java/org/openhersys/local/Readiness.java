package org.openhersys.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openhersys.local.process.SupervisedProcess;

/** Waits until a process says that it is ready. */
final class Readiness {
  private static final int HOPELESS_STARTS = 4;
  private static final int TAIL_LINES = 25;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final Duration patience;

  Readiness(Duration patience) {
    this.patience = patience;
  }

  /** Where one of our services says it. */
  static URI ofService(int port) {
    return URI.create("http://127.0.0.1:" + port + "/q/health/ready");
  }

  /**
   * Returns as soon as the process is ready.
   *
   * @param ready is answered 200 as soon as it is
   * @throws CannotStart with the end of its log, when it ends again and again or takes too long
   */
  void await(SupervisedProcess process, URI ready) {
    long deadline = System.nanoTime() + patience.toNanos();
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
    while (!isReady(request)) {
      if (process.earlyEnds() >= HOPELESS_STARTS || System.nanoTime() > deadline) {
        throw new CannotStart(
            "%s does not get ready. The end of %s:%n%s"
                .formatted(process.name(), process.log(), tail(process.log())));
      }
      pause();
    }
  }

  private boolean isReady(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted", e);
    }
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(cannot be read: " + e.getMessage() + ")";
    }
  }
}
