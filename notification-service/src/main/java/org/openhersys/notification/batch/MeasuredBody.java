package org.openhersys.notification.batch;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;

/**
 * A body that is read once: no further than its bound, no slower than its pace, and with its
 * SHA-256 at the end.
 */
final class MeasuredBody extends InputStream {
  private final InputStream body;
  private final long mostBytes;
  private final Pace pace;
  private final MessageDigest digest;
  private long bytes;

  /**
   * @param digest SHA-256 of nothing yet
   */
  MeasuredBody(InputStream body, long mostBytes, Pace pace, MessageDigest digest) {
    this.body = body;
    this.mostBytes = mostBytes;
    this.pace = pace;
    this.digest = digest;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * @throws ProblemException 413 beyond the bound; 400 when it comes too slowly
   */
  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int read = body.read(into, from, most);
    if (read > 0) {
      bytes += read;
      if (bytes > mostBytes) {
        throw new ProblemException(ProblemType.TOO_LARGE, List.of());
      }
      pace.require(bytes);
      digest.update(into, from, read);
    }
    return read;
  }

  /** SHA-256 of what was read; once. */
  byte[] fingerprint() {
    return digest.digest();
  }
}
