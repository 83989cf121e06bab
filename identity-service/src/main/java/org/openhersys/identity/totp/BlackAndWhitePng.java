package org.openhersys.identity.totp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A QR code as PNG (ISO/IEC 15948): one bit a pixel, six pixels a module. */
final class BlackAndWhitePng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] ONE_BIT_GREYSCALE = {1, 0, 0, 0, 0};
  private static final int PIXELS_A_MODULE = 6;
  private static final int FILTER_NONE = 0;

  private final QrCode code;
  private final int side;

  BlackAndWhitePng(QrCode code) {
    this.code = code;
    this.side = code.size() * PIXELS_A_MODULE;
  }

  /** The whole image. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream image = new DataOutputStream(bytes)) {
      image.write(SIGNATURE);
      chunk(image, "IHDR", header());
      chunk(image, "IDAT", pixels());
      chunk(image, "IEND", new byte[0]);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private byte[] header() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream header = new DataOutputStream(bytes)) {
      header.writeInt(side);
      header.writeInt(side);
      header.write(ONE_BIT_GREYSCALE);
    }
    return bytes.toByteArray();
  }

  private byte[] pixels() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream pixels = new DeflaterOutputStream(bytes)) {
      for (int y = 0; y < side; y++) {
        pixels.write(FILTER_NONE);
        pixels.write(row(y / PIXELS_A_MODULE));
      }
    }
    return bytes.toByteArray();
  }

  // A set bit is white.
  private byte[] row(int module) {
    byte[] row = new byte[(side + Byte.SIZE - 1) / Byte.SIZE];
    for (int x = 0; x < side; x++) {
      if (!code.isDark(x / PIXELS_A_MODULE, module)) {
        row[x / Byte.SIZE] |= (byte) (0x80 >> x % Byte.SIZE);
      }
    }
    return row;
  }

  private static void chunk(DataOutputStream image, String type, byte[] content)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    image.writeInt(content.length);
    image.write(name);
    image.write(content);
    image.writeInt((int) sum.getValue());
  }
}
