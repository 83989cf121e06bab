package org.openhersys.notification.fax;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;

/** 原本: the fax, byte for byte as it came. */
record FaxOriginal(OriginalType type, byte[] content) {
  /** About a hundred pages; less than the framework's own bound, which answers without a word. */
  static final int MOST_BYTES = 10_000_000;

  /**
   * Reads a body, no further than the bound.
   *
   * @param type what it is said to be
   * @throws ProblemException 413 when it is larger; 422 when it does not begin as such a file does
   */
  static FaxOriginal read(InputStream body, OriginalType type) throws IOException {
    byte[] content = body.readNBytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      throw new ProblemException(ProblemType.TOO_LARGE, List.of());
    }
    if (!type.begins(content)) {
      throw ProblemException.invalidContent(
          "",
          "ORIGINAL_NOT_OF_ITS_TYPE",
          "ファイルの内容がContent-Typeの形式ではありません。",
          "The file is not what its Content-Type says.");
    }
    return new FaxOriginal(type, content);
  }

  /** What a browser saves it as: no name of anybody. */
  static String fileName(Object fax, OriginalType type) {
    return "fax-" + fax + "." + type.suffix();
  }
}
