package org.openhersys.api.idempotency;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/**
 * The header {@code Idempotency-Key}: a client's own name for one submission. 8 to 128 visible
 * ASCII characters; the quoted form of the IETF draft is the same key.
 */
public record IdempotencyKey(String value) {
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{8,128}");

  /**
   * The key of a header that must be there.
   *
   * @throws ProblemException 400 when it is missing or has another form
   */
  public static IdempotencyKey required(@Nullable String header) {
    IdempotencyKey key = optional(header);
    if (key == null) {
      throw ProblemException.malformed(
          "",
          "IDEMPOTENCY_KEY_MISSING",
          "Idempotency-Keyヘッダーが必要です",
          "The header Idempotency-Key is required");
    }
    return key;
  }

  /**
   * The key of a header that may be absent: then null.
   *
   * @throws ProblemException 400 when it has another form
   */
  public static @Nullable IdempotencyKey optional(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return null;
    }
    String bare = header.strip();
    if (bare.length() > 2 && bare.startsWith("\"") && bare.endsWith("\"")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    if (!FORM.matcher(bare).matches()) {
      throw ProblemException.malformed(
          "",
          "IDEMPOTENCY_KEY_UNREADABLE",
          "Idempotency-Keyは8〜128文字の英数字記号です",
          "Idempotency-Key has 8 to 128 visible ASCII characters");
    }
    return new IdempotencyKey(bare);
  }
}
