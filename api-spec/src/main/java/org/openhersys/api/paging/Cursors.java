package org.openhersys.api.paging;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openhersys.api.problem.ProblemException;

/**
 * Opaque cursors: a place in a list, authenticated (HMAC-SHA-256) and bound to the list, the
 * organisation and the filter it was made for.
 */
@Singleton
public class Cursors {
  private static final String SEPARATOR = "\n";
  private static final int MAC_BYTES = 16;
  private static final int MOST_CHARACTERS = 1_000;

  private final SecretKeySpec key;

  /**
   * @param key {@code hersys.cursor.key}: base64 of at least 32 bytes, the same in every instance
   */
  @Inject
  public Cursors(@ConfigProperty(name = "hersys.cursor.key") String key) {
    byte[] bytes = Base64.getDecoder().decode(key);
    if (bytes.length < 32) {
      throw new IllegalStateException("hersys.cursor.key must have at least 32 bytes");
    }
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /**
   * Makes a cursor.
   *
   * @param list which list, such as {@code cases}
   * @param filter the filter and order in one text
   * @param place the parts of the place, none with a line break in it
   */
  public String seal(String list, UUID organisation, String filter, String... place) {
    byte[] content = String.join(SEPARATOR, place).getBytes(StandardCharsets.UTF_8);
    byte[] mac = mac(list, organisation, filter, content);
    byte[] all = Arrays.copyOf(mac, MAC_BYTES + content.length);
    System.arraycopy(content, 0, all, MAC_BYTES, content.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * The parts of the place.
   *
   * @throws ProblemException 400 when the cursor was edited or belongs to another list,
   *     organisation or filter
   */
  public List<String> open(String list, UUID organisation, String filter, String cursor) {
    byte[] all = decode(cursor);
    byte[] content = Arrays.copyOfRange(all, MAC_BYTES, all.length);
    byte[] mac = Arrays.copyOf(all, MAC_BYTES);
    if (!MessageDigest.isEqual(mac, mac(list, organisation, filter, content))) {
      throw invalid();
    }
    return List.of(new String(content, StandardCharsets.UTF_8).split(SEPARATOR, -1));
  }

  private static byte[] decode(String cursor) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(cursor);
      if (cursor.length() > MOST_CHARACTERS || all.length < MAC_BYTES) {
        throw invalid();
      }
      return all;
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
  }

  private byte[] mac(String list, UUID organisation, String filter, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(
          String.join(SEPARATOR, list, organisation.toString(), filter, "")
              .getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(content), MAC_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ProblemException invalid() {
    return ProblemException.malformed(
        "", "CURSOR_INVALID", "cursorが正しくありません", "The cursor is not valid here");
  }
}
