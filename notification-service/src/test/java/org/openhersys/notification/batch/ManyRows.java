package org.openhersys.notification.batch;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.openhersys.notification.submission.Notifying;

/** So many rows, each made when it is read. */
final class ManyRows extends InputStream {
  private final int many;
  private int made;
  private byte[] row = new byte[0];
  private int position;

  ManyRows(int many) {
    this.many = many;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) {
    if (position == row.length) {
      if (made == many) {
        return -1;
      }
      made++;
      row = (Notifying.json(Notifying.confirmed()) + "\n").getBytes(StandardCharsets.UTF_8);
      position = 0;
    }
    int length = Math.min(most, row.length - position);
    System.arraycopy(row, position, into, from, length);
    position += length;
    return length;
  }
}
