package org.openhersys.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The table of figures and the plots, as they are kept. */
final class Report {
  private static final double[] PERCENTILES =
      DoubleStream.iterate(0, p -> p <= 99.9, p -> p < 99 ? p + 1 : p + 0.1).toArray();

  private final Path folder;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> plots = new ArrayList<>();
  private double peak = Double.NaN;
  private double generatorAtPeak = Double.NaN;

  Report(Path folder) {
    this.folder = folder;
  }

  /** The notifications a second that are served at most. */
  double peak() {
    if (Double.isNaN(peak)) {
      throw new IllegalStateException("the peak was not measured: it needs the measurement single");
    }
    return peak;
  }

  /** Of how many cores the generator takes the time at the peak. */
  double generatorAtPeak() {
    return generatorAtPeak;
  }

  void peak(double perSecond, double generatorCores) {
    peak = perSecond;
    generatorAtPeak = generatorCores;
  }

  void add(List<Figure> more) {
    figures.addAll(more);
  }

  /** A plot of latencies by percentile. */
  void latencies(String file, String title, Outcome outcome) {
    double[] millis = DoubleStream.of(PERCENTILES).map(outcome::acceptedMillis).toArray();
    XYChart chart =
        new XYChartBuilder()
            .width(720)
            .height(360)
            .title(title)
            .xAxisTitle("percentile")
            .yAxisTitle("ms")
            .build();
    chart.getStyler().setLegendVisible(false);
    chart.addSeries("ms", PERCENTILES, millis).setMarker(SeriesMarkers.NONE);
    try {
      VectorGraphicsEncoder.saveVectorGraphic(
          chart, folder.resolve(file).toString(), VectorGraphicsFormat.SVG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    plots.add(file + ".svg");
  }

  /** The table as it is printed. */
  String table() {
    StringBuilder table =
        new StringBuilder(
            "| figure | measured | at least | towards | | beside |\n|---|---|---|---|---|---|\n");
    for (Figure figure : figures) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s %s | %s | %s | %s | %s |%n",
              figure.name(),
              number(figure.value()),
              figure.unit(),
              number(figure.atLeast()),
              number(figure.towards()),
              figure.holds() ? "✓" : "✗",
              figure.beside()));
    }
    return table.toString();
  }

  /** Writes {@code report.md} beside the plots. */
  void write(String command, String machine) {
    StringBuilder text = new StringBuilder("# Under load\n\n");
    text.append(LocalDate.now(ZoneId.of("Asia/Tokyo")))
        .append(", `")
        .append(command)
        .append("`, ")
        .append(machine)
        .append(". How it is measured: [README](README.md).\n\n")
        .append(table());
    for (String plot : plots) {
      text.append("\n![").append(plot).append("](").append(plot).append(")\n");
    }
    try {
      Files.writeString(folder.resolve("report.md"), text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }
}
