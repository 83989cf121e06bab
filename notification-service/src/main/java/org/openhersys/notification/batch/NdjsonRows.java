package org.openhersys.notification.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a body (NDJSON), each ended by a line feed, the last one perhaps not. What holds nothing
 * but JSON's white space is counted and passed over. No more than one line is held.
 */
final class NdjsonRows implements RowSource {
  private static final int BUFFER = 64 * 1024;

  private final InputStream body;
  private final int mostBytes;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;
  private int line;

  /**
   * @param mostBytes of a line; of a longer one the number is told, and no content
   */
  NdjsonRows(InputStream body, int mostBytes) {
    this.body = body;
    this.mostBytes = mostBytes;
  }

  @Override
  public Optional<RawRow> next() throws IOException {
    while (fill()) {
      Line read = new Line();
      boolean ended = false;
      while (!ended && fill()) {
        int stop = position;
        while (stop < end && buffer[stop] != '\n') {
          stop++;
        }
        read.add(buffer, position, stop);
        ended = stop < end;
        position = ended ? stop + 1 : stop;
      }
      line++;
      if (!read.isBlank) {
        return Optional.of(new RawRow(line, read.content()));
      }
    }
    return Optional.empty();
  }

  /** Whether there is another byte. */
  private boolean fill() throws IOException {
    if (position < end) {
      return true;
    }
    int read = body.read(buffer, 0, BUFFER);
    position = 0;
    end = Math.max(read, 0);
    return read > 0;
  }

  private final class Line {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private boolean isBlank = true;
    private boolean isTooLong;

    void add(byte[] bytes, int from, int to) {
      for (int i = from; isBlank && i < to; i++) {
        isBlank = bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r';
      }
      isTooLong |= content.size() + to - from > mostBytes;
      if (isTooLong) {
        content.reset();
      } else {
        content.write(bytes, from, to - from);
      }
    }

    byte @Nullable [] content() {
      return isTooLong ? null : content.toByteArray();
    }
  }
}
