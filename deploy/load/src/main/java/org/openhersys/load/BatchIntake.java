package org.openhersys.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The peak day of 2022-08-19 through batches: from the first byte sent until the last row is
 * stored, all checks included. Beside it the same rows by pgbench, a hundred in a statement.
 */
final class BatchIntake implements Measurement {
  private static final int PEAK_DAY = 261_029;
  private static final int ROWS_A_STATEMENT = 100;
  private static final int MOST_ROWS = 100_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Duration each;
  private final int rows;

  /**
   * @param rows how many to take in; the peak day is reckoned from it
   */
  BatchIntake(Duration each, int rows) {
    this.each = each;
    this.rows = rows;
  }

  @Override
  public List<Figure> measure(Stage stage, Report report) {
    double database =
        ROWS_A_STATEMENT
            * new Pgbench(stage).perSecond(SubmissionRows.script(stage, ROWS_A_STATEMENT), 2, each);
    stage.awaitQuiet();
    List<Path> bodies = bodies(stage);
    ProcessTimes before = stage.times();
    long begin = System.nanoTime();
    List<String> jobs = bodies.stream().map(body -> sent(stage, body)).toList();
    double received = (System.nanoTime() - begin) / 1e9;
    long stored = jobs.stream().mapToLong(job -> stored(stage, job)).sum();
    double seconds = (System.nanoTime() - begin) / 1e9;
    ProcessTimes spent = stage.times().since(before);
    if (stored != rows) {
      throw new IllegalStateException(stored + " of " + rows + " rows are stored");
    }
    double perSecond = rows / seconds;
    return List.of(
        Figure.more(
            "batch of notifications, rows/s ÷ pgbench multi-row insert of the same rows",
            perSecond / database,
            "×",
            0.3,
            0.7,
            String.format(
                Locale.ROOT,
                "%.0f/s ÷ %.0f/s; %d rows in %.0f s, of these %.0f s until all were received; CPU a row: JVM %.2f ms, PostgreSQL %.2f ms",
                perSecond,
                database,
                rows,
                seconds,
                received,
                spent.of("notification-service") / rows,
                spent.of(ProcessTimes.POSTGRES) / rows)),
        Figure.less(
            "peak day (261,029) through batches, all checks",
            PEAK_DAY / perSecond / 60,
            "min",
            3,
            1,
            rows == PEAK_DAY ? "" : "reckoned from " + rows + " rows"));
  }

  private List<Path> bodies(Stage stage) {
    List<Path> bodies = new ArrayList<>();
    for (int left = rows; left > 0; left -= MOST_ROWS) {
      try {
        Path body = Files.createTempFile("openhersys-batch", ".ndjson");
        body.toFile().deleteOnExit();
        try (var lines = Files.newBufferedWriter(body)) {
          for (int i = 0; i < Math.min(left, MOST_ROWS); i++) {
            lines.write(stage.form());
            lines.write('\n');
          }
        }
        bodies.add(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return bodies;
  }

  private String sent(Stage stage, Path body) {
    try {
      HttpResponse<String> answer =
          client.send(
              request(stage, "/api/v1/notification-batches")
                  .header("Content-Type", "application/x-ndjson")
                  .header("Idempotency-Key", "load-" + UUID.randomUUID())
                  .POST(BodyPublishers.ofFile(body))
                  .build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 202) {
        throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
      }
      return answer.headers().firstValue("Location").orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private long stored(Stage stage, String job) {
    JsonNode state = read(stage, job);
    while (!state.path("state").asText().equals("DONE")) {
      Traffic.pause(Duration.ofMillis(200));
      state = read(stage, job);
    }
    return state.path("stored").asLong();
  }

  private JsonNode read(Stage stage, String job) {
    try {
      HttpResponse<String> answer =
          client.send(
              request(stage, job).GET().build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.Builder request(Stage stage, String target) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + stage.ports().notification() + target))
        .header("Authorization", "Bearer " + stage.machine("notification.write"));
  }
}
