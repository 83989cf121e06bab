package org.openhersys.identity.totp;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Reads what a drawn QR code says; as a drawing and not as a photograph, in which the reader now
 * and then looks for the code in the wrong place.
 */
final class QrCodes {
  private static final int PIXELS_A_MODULE = 4;
  private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
  private static final Pattern PATH = Pattern.compile("<path d=\"([Mhvz0-9 -]+)\"");
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

  private QrCodes() {}

  static String readPng(byte[] png) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      int side = image.getWidth();
      return read(side, image.getRGB(0, 0, side, image.getHeight(), null, 0, side));
    } catch (IOException noImage) {
      throw new UncheckedIOException(noImage);
    }
  }

  static String readSvg(String svg) {
    int side = Integer.parseInt(found(SIDE, svg)) * PIXELS_A_MODULE;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    Matcher run = RUN.matcher(found(PATH, svg));
    while (run.find()) {
      int x = Integer.parseInt(run.group(1)) * PIXELS_A_MODULE;
      int y = Integer.parseInt(run.group(2)) * PIXELS_A_MODULE;
      int width = Integer.parseInt(run.group(3)) * PIXELS_A_MODULE;
      for (int row = y; row < y + PIXELS_A_MODULE; row++) {
        Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
      }
    }
    return read(side, pixels);
  }

  private static String read(int side, int[] pixels) {
    try {
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(
                  new GlobalHistogramBinarizer(
                      new RGBLuminanceSource(side, pixels.length / side, pixels))),
              Map.of(DecodeHintType.PURE_BARCODE, true))
          .getText();
    } catch (NotFoundException noCode) {
      throw new AssertionError("no QR code", noCode);
    } catch (ReaderException unreadable) {
      throw new AssertionError("a QR code that cannot be read", unreadable);
    }
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }
}
