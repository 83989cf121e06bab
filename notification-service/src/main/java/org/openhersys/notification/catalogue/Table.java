package org.openhersys.notification.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables of this service: commas between the cells, {@code #} before what is told to readers. */
public final class Table {
  private Table() {}

  /** The rows with the header first. */
  public static List<String[]> rows(String resource) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Table.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
