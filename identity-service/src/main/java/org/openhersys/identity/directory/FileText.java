package org.openhersys.identity.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;

/** The text of a file: UTF-8, or Shift_JIS in the form that Excel in Japan writes (windows-31j). */
final class FileText {
  static final int MOST_BYTES = 5_000_000;

  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private FileText() {}

  /**
   * Reads a body.
   *
   * @param charset the one that its Content-Type names, or null
   * @throws ProblemException 413 when it is too long, 415 for another charset, 400 with the first
   *     line that cannot be decoded
   */
  static String read(InputStream body, @Nullable String charset) throws IOException {
    Charset encoding = encoding(charset);
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          List.of(
              Finding.error(
                  "",
                  "FILE_TOO_LARGE",
                  "ファイルは%d万バイトまでです".formatted(MOST_BYTES / 10_000),
                  "A file has at most %d bytes".formatted(MOST_BYTES))));
    }
    String text = decoded(bytes, encoding);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static Charset encoding(@Nullable String charset) {
    String name = charset == null ? "utf-8" : charset.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "utf-8", "utf8" -> StandardCharsets.UTF_8;
      case "shift_jis", "windows-31j", "cp932", "ms932", "sjis" -> WINDOWS_31J;
      default -> throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, List.of());
    };
  }

  private static String decoded(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw undecodable(charset, 1 + out.flip().chars().filter(c -> c == '\n').count());
    }
    return out.flip().toString();
  }

  private static ProblemException undecodable(Charset charset, long line) {
    String name = charset.equals(WINDOWS_31J) ? "Shift_JIS" : "UTF-8";
    return ProblemException.malformed(
        "/rows/" + line,
        "CHARSET_WRONG",
        "%d行目が%sとして読み取れません。文字コードを確かめ、Content-Typeのcharsetで指定してください".formatted(line, name),
        "Line %d is not %s; say the charset in Content-Type".formatted(line, name));
  }
}
