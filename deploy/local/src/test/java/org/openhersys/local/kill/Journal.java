package org.openhersys.local.kill;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A client's own book: what it is about to send, and what was acknowledged. Each line is on disk
 * before the client goes on, so that its successor can go on when it is killed.
 */
final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /** Something intended; the answer is null until one came. */
  record Entry(Intent intent, JsonNode answer) {
    boolean isAcknowledged() {
      return answer != null;
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(Intent intent, String key, JsonNode answer) {}

  /** Opens the book, without the half line at its end that a killed client may have left. */
  Journal(Path file) {
    this.file = file;
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      byte[] bytes = Files.readAllBytes(file);
      channel.truncate(lengthOfWholeLines(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void intend(Intent intent) {
    write(new Line(intent, null, null));
  }

  void acknowledged(String key, JsonNode answer) {
    write(new Line(null, key, answer));
  }

  /** What stands in it, in order. */
  List<Entry> entries() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    try {
      byte[] bytes = Files.readAllBytes(file);
      String whole = new String(bytes, 0, lengthOfWholeLines(bytes), StandardCharsets.UTF_8);
      for (String text : whole.lines().toList()) {
        Line line = JSON.readValue(text, Line.class);
        if (line.intent() != null) {
          entries.put(line.intent().key(), new Entry(line.intent(), null));
        } else {
          entries.computeIfPresent(
              line.key(), (key, entry) -> new Entry(entry.intent(), line.answer()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ArrayList<>(entries.values());
  }

  private void write(Line line) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
      channel.write(ByteBuffer.wrap(bytes));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int lengthOfWholeLines(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return length;
  }
}
