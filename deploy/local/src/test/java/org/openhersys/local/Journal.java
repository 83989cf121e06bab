package org.openhersys.local;

import com.fasterxml.jackson.core.type.TypeReference;
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
 * before the client goes on.
 */
final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /** A submission; the receipt is null when none came. */
  record Entry(String key, Map<String, Object> form, JsonNode receipt) {}

  private record Line(String key, Map<String, Object> form, JsonNode receipt) {}

  Journal(Path file) {
    this.file = file;
  }

  void intend(String key, Map<String, Object> form) {
    write(new Line(key, form, null));
  }

  void acknowledged(String key, JsonNode receipt) {
    write(new Line(key, null, receipt));
  }

  /** What stands in it, in order. */
  List<Entry> entries() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    try {
      for (String text : Files.readAllLines(file)) {
        Line line = JSON.readValue(text, new TypeReference<Line>() {});
        Map<String, Object> form =
            line.form() == null ? entries.get(line.key()).form() : line.form();
        entries.put(line.key(), new Entry(line.key(), form, line.receipt()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ArrayList<>(entries.values());
  }

  private void write(Line line) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
      channel.write(ByteBuffer.wrap(bytes));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
