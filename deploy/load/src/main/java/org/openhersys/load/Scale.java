package org.openhersys.load;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.openhersys.local.journey.Request;

/**
 * The same with 20 thousand cases in the database and with millions: what does not stay flat shows.
 */
final class Scale implements Measurement {
  private static final int FEW = 20_000;
  private static final int CLIENTS = 4;

  private final Duration each;
  private final long many;

  Scale(Duration each, long many) {
    this.each = each;
    this.many = many;
  }

  @Override
  public List<Figure> measure(Stage stage, Report report) {
    Fill fill = new Fill(stage);
    fill.cases(1, FEW);
    Map<String, Double> few = millis(stage, FEW);
    long before = fill.bytes();
    long begin = System.nanoTime();
    fill.cases(FEW + 1, many);
    double seconds = (System.nanoTime() - begin) / 1e9;
    long bytes = (fill.bytes() - before) / (many - FEW);
    Map<String, Double> full = millis(stage, many);
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Double> one : few.entrySet()) {
      double manyMillis = full.getOrDefault(one.getKey(), Double.NaN);
      figures.add(
          Figure.less(
              one.getKey() + ", p99, with " + many / 1_000 + " thousand cases ÷ with 20",
              manyMillis / one.getValue(),
              "×",
              1.5,
              1.1,
              String.format(Locale.ROOT, "%.1f ms ÷ %.1f ms", manyMillis, one.getValue())));
    }
    figures.add(
        Figure.less(
            "bytes on disk a case, all tables and indexes",
            (double) bytes,
            "B",
            10_000,
            5_000,
            String.format(Locale.ROOT, "filled in %.0f s, %.0f cases/s", seconds, many / seconds)));
    return figures;
  }

  private Map<String, Double> millis(Stage stage, long cases) {
    Map<String, Double> millis = new LinkedHashMap<>();
    int tracking = stage.ports().caseTracking();
    int notification = stage.ports().notification();
    String staff = stage.person(Stage.STAFF);
    millis.put("case list", p99(tracking, () -> stage.get(Lists.PAGE, stage.person(Stage.STAFF))));
    millis.put(
        "change feed", p99(tracking, () -> stage.get(Lists.FEED, stage.person(Stage.STAFF))));
    millis.put(
        "search by name and birth date",
        p99(notification, () -> search(ThreadLocalRandom.current().nextLong(1, cases)).as(staff)));
    millis.put("intake", p99(notification, stage::submission));
    return millis;
  }

  private double p99(int port, Supplier<Request> requests) {
    try (Traffic traffic = new Traffic(port, CLIENTS)) {
      traffic.asFastAsAnswered(CLIENTS, each.dividedBy(2), requests);
      Outcome outcome = traffic.asFastAsAnswered(CLIENTS, each, requests);
      if (outcome.failures() > 0) {
        throw new IllegalStateException(outcome.failures() + " failed");
      }
      return outcome.acceptedMillis(99);
    }
  }

  /** Of one of the people of {@link Fill}. */
  private static Request search(long number) {
    StringBuilder kana = new StringBuilder("カクウ ");
    Long.toString(number).chars().forEach(digit -> kana.append("アイウエオカキクケコ".charAt(digit - '0')));
    return Request.postJson(
        "/api/v1/notifications/search",
        Map.of(
            "nameKana",
            kana.toString(),
            "birthDate",
            LocalDate.of(1930, 1, 1).plusDays(number % 30_000).toString()));
  }
}
