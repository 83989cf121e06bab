package org.openhersys.identity.totp;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * 二次元コード (ISO/IEC 18004) with a quiet zone of four modules: what an authenticator app's camera
 * reads. Drawn without AWT, which a server may not have.
 */
final class QrCode {
  private static final int QUIET = 4;

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  /**
   * The code of a text.
   *
   * @param text as long as a login id makes a URI, some 400 characters
   */
  static QrCode of(String text) {
    try {
      return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException tooLong) {
      throw new IllegalStateException(tooLong);
    }
  }

  /** Modules on a side, the quiet zone among them. */
  int size() {
    return modules.getWidth() + 2 * QUIET;
  }

  /** Whether the module is dark; the quiet zone is not. */
  boolean isDark(int x, int y) {
    int column = x - QUIET;
    int row = y - QUIET;
    return column >= 0
        && row >= 0
        && column < modules.getWidth()
        && row < modules.getHeight()
        && modules.get(column, row) == 1;
  }

  /** An SVG document of one path, a unit a module; scales to any size and runs nothing. */
  String svg() {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < size(); y++) {
      int x = 0;
      while (x < size()) {
        int end = x;
        while (isDark(end, y)) {
          end++;
        }
        if (end > x) {
          path.append("M%d %dh%dv1h-%dz".formatted(x, y, end - x, end - x));
        }
        x = end + 1;
      }
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>"""
        .formatted(size(), path);
  }

  /** A PNG image, black on white. */
  byte[] png() {
    return new BlackAndWhitePng(this).bytes();
  }
}
