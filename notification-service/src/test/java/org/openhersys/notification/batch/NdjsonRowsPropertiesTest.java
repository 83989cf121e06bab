package org.openhersys.notification.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NdjsonRowsPropertiesTest {
  private static final int MOST = 12;

  @Property
  void rowsAreTheLinesThatAreNotBlankHoweverTheBodyComes(
      @ForAll("lines") List<String> lines,
      @ForAll @IntRange(min = 1, max = 9) int step,
      @ForAll boolean ended)
      throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        expected.add((i + 1) + ":" + (bytes(lines.get(i)) > MOST ? "too long" : lines.get(i)));
      }
    }

    assertEquals(expected, read(String.join("\n", lines) + (ended ? "\n" : ""), step));
  }

  @Property
  void whatIsKeptInOnePieceComesOutAsItWentIn(@ForAll("lines") List<String> lines)
      throws IOException {
    RowChunk chunk = new RowChunk();
    NdjsonRows rows = rows(String.join("\n", lines), 7);
    List<String> in = new ArrayList<>();
    for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
      chunk.add(row.get());
      in.add(told(row.get()));
    }

    assertEquals(
        in, RowChunk.rows(chunk.content()).stream().map(NdjsonRowsPropertiesTest::told).toList());
    assertEquals(in.size(), chunk.rows());
  }

  @Example
  void whatEndsInALineFeedHasNoFurtherRow() throws IOException {
    assertEquals(List.of("2:{}"), read(" \t\r\n{}\n\n", 100));
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of("{", "}", "\"", " ", "\t", "\r", "架", "空", "𠮷")
        .list()
        .ofMaxSize(8)
        .map(characters -> String.join("", characters))
        .list()
        .ofMaxSize(12);
  }

  private static List<String> read(String body, int step) throws IOException {
    NdjsonRows rows = rows(body, step);
    List<String> found = new ArrayList<>();
    for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
      found.add(told(row.get()));
    }
    return found;
  }

  private static String told(RawRow row) {
    return row.number()
        + ":"
        + (row.content() == null ? "too long" : new String(row.content(), StandardCharsets.UTF_8));
  }

  private static int bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Comes so many bytes at a time. */
  private static NdjsonRows rows(String body, int step) {
    InputStream whole = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    return new NdjsonRows(
        new InputStream() {
          @Override
          public int read() throws IOException {
            return whole.read();
          }

          @Override
          public int read(byte[] into, int from, int most) throws IOException {
            return whole.read(into, from, Math.min(step, most));
          }
        },
        MOST);
  }
}
