package org.openhersys.api.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/** Strong entity tags (RFC 9110): one for each part that changes alone. */
public final class ETags {
  private static final int DIGEST_BYTES = 16;

  // entity-tag of RFC 9110 § 8.8.3, as the next element of a list that may hold empty ones (§
  // 5.6.1).
  private static final Pattern NEXT_TAG =
      Pattern.compile(
          "\\G[ \\t,]*+((?:W/)?\"[!\\x23-\\x7E\\x80-\\xFF]*+\")[ \\t]*+(?:,[ \\t,]*+|$)");

  private ETags() {}

  /** {@code "a-b-c"} of ids and versions. */
  public static String strong(Object... parts) {
    return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("-", "\"", "\""));
  }

  /**
   * Of an answer that many things make up: a digest of all that it says, so that whoever has the
   * tag has the answer.
   *
   * @param representation what tells two forms of the same content apart, such as the media type or
   *     the language
   * @param content the answer, or what it is made from
   */
  public static String ofContent(String representation, byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(representation.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      byte[] all = Arrays.copyOf(digest.digest(content), DIGEST_BYTES);
      return strong(Base64.getUrlEncoder().withoutPadding().encodeToString(all));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Whether the caller has the present version in hand, so that 304 says all (RFC 9110 § 13.1.2):
   * compared weakly, {@code *} is any version. What is not a list of entity tags is as none.
   *
   * @param ifNoneMatch the lines of the header, together one list; none when it was not sent
   */
  public static boolean isInHand(List<String> ifNoneMatch, String current) {
    String list = String.join(",", ifNoneMatch).strip();
    if (list.equals("*")) {
      return true;
    }
    return listed(list, tag -> opaque(tag).equals(opaque(current)));
  }

  /**
   * Whether a change is based on the present version (RFC 9110 § 13.1.1): compared strongly, so
   * that a weak tag never is the one. {@code *} names no version, and whoever sends it has seen
   * none; what is not a list of entity tags is as none.
   *
   * @param ifMatch the header, or null
   */
  public static boolean isNamed(@Nullable String ifMatch, String current) {
    return ifMatch != null && listed(ifMatch.strip(), current::equals);
  }

  private static boolean listed(String list, Predicate<String> wanted) {
    Matcher tags = NEXT_TAG.matcher(list);
    boolean named = false;
    int end = 0;
    while (tags.find()) {
      named |= wanted.test(tags.group(1));
      end = tags.end();
    }
    return named && end == list.length();
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  /**
   * Whether the caller had the present version in hand.
   *
   * @param stale makes the 412, which says what differs and who changed it
   * @throws ProblemException 428 without If-Match, 412 with another version
   */
  public static void requireMatch(
      @Nullable String ifMatch, String current, Supplier<ProblemException> stale) {
    IfMatch precondition = new IfMatch(ifMatch);
    if (precondition.isMissing()) {
      throw ProblemException.preconditionRequired();
    }
    if (!precondition.names(current)) {
      throw stale.get();
    }
  }
}
