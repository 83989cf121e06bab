package org.openhersys.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;

/**
 * From the commit of a notification until its case can be seen, while notifications come at 70 % of
 * the peak: a watcher follows which notifications have been applied and compares the clock with the
 * instant at which each was taken in.
 */
final class EventToCase implements Measurement {
  private static final double EASY = 0.7;
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Duration each;

  EventToCase(Duration each) {
    this.each = each;
  }

  @Override
  public List<Figure> measure(Stage stage, Report report) {
    Histogram delays = new Histogram(Duration.ofMinutes(10).toMillis(), 3);
    AtomicBoolean over = new AtomicBoolean();
    try (Traffic traffic = new Traffic(stage.ports().notification(), 64)) {
      CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> watch(stage, delays, over));
      traffic.atRate(EASY * report.peak(), each, stage::submission);
      stage.awaitQuiet();
      over.set(true);
      watch.join();
    }
    return List.of(
        Figure.less(
            "event to case visible, p99, under load",
            delays.getValueAtPercentile(99) / 1e3,
            "s",
            2,
            0.3,
            String.format(
                Locale.ROOT,
                "%.0f/s; p50 %d ms, of %d cases",
                EASY * report.peak(),
                delays.getValueAtPercentile(50),
                delays.getTotalCount())));
  }

  private static void watch(Stage stage, Histogram delays, AtomicBoolean over) {
    String seen = stage.value("select coalesce(max(sequence), 0) from tracking.change");
    try (Connection connection = stage.database();
        PreparedStatement fresh =
            connection.prepareStatement(
                """
                select c.sequence, extract(epoch from clock_timestamp() - f.submitted_at) * 1000
                from tracking.change c join tracking.case_file f on f.id = c.case_id
                where c.sequence > ? and f.version = 1 order by c.sequence
                """)) {
      long last = Long.parseLong(seen);
      while (!over.get()) {
        fresh.setLong(1, last);
        try (ResultSet row = fresh.executeQuery()) {
          while (row.next()) {
            last = row.getLong(1);
            delays.recordValue(Math.max(0, row.getLong(2)));
          }
        }
        Traffic.pause(LOOK_EVERY);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
