package org.openhersys.notification.fax;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;

/** 原本の形式: what a fax may come as, and by which first bytes it is known. */
enum OriginalType {
  PDF("application/pdf", "pdf", bytes('%', 'P', 'D', 'F', '-')),
  PNG("image/png", "png", bytes(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)),
  JPEG("image/jpeg", "jpg", bytes(0xFF, 0xD8, 0xFF)),
  TIFF("image/tiff", "tif", bytes('I', 'I', 0x2A, 0x00), bytes('M', 'M', 0x00, 0x2A));

  private final String mediaType;
  private final String suffix;
  private final List<byte[]> beginnings;

  OriginalType(String mediaType, String suffix, byte[]... beginnings) {
    this.mediaType = mediaType;
    this.suffix = suffix;
    this.beginnings = List.of(beginnings);
  }

  String mediaType() {
    return mediaType;
  }

  /** Of a file's name, without the dot. */
  String suffix() {
    return suffix;
  }

  /** Whether the content begins as this type does, whatever it is said to be. */
  boolean begins(byte[] content) {
    return beginnings.stream()
        .anyMatch(
            beginning ->
                content.length >= beginning.length
                    && Arrays.equals(beginning, 0, beginning.length, content, 0, beginning.length));
  }

  /**
   * The type of that name, without parameters.
   *
   * @throws ProblemException 415 for a type that is none of these; a range of types is none
   */
  static OriginalType of(String mediaType) {
    return Stream.of(values())
        .filter(type -> type.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, List.of()));
  }

  private static byte[] bytes(int... values) {
    byte[] all = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      all[i] = (byte) values[i];
    }
    return all;
  }
}
