package org.openhersys.notification.batch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows in one piece, as they are kept until they are processed: of each its number, its length
 * (or that it was too long) and its bytes.
 */
final class RowChunk {
  private static final int TOO_LONG = -1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private int first;
  private int rows;

  /** Puts a row behind those that are in it. */
  void add(RawRow row) {
    try {
      out.writeInt(row.number());
      out.writeInt(row.content() == null ? TOO_LONG : row.content().length);
      if (row.content() != null) {
        out.write(row.content());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    first = rows == 0 ? row.number() : first;
    rows++;
  }

  int first() {
    return first;
  }

  int rows() {
    return rows;
  }

  int size() {
    return bytes.size();
  }

  byte[] content() {
    return bytes.toByteArray();
  }

  /** The rows of a content. */
  static List<RawRow> rows(byte[] content) {
    List<RawRow> rows = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      while (in.available() > 0) {
        int number = in.readInt();
        int length = in.readInt();
        rows.add(new RawRow(number, length == TOO_LONG ? null : in.readNBytes(length)));
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return rows;
  }
}
