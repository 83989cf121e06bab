package org.openhersys.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Made at the first start and kept in a file of mode 600.
 *
 * @param superuser password of PostgreSQL's superuser
 * @param migrator password of hersys_migrator, which becomes the owner
 * @param identity password of hersys_identity
 * @param notification password of hersys_notification
 * @param tracking password of hersys_tracking
 * @param trackingWorker password of hersys_tracking_worker
 * @param cursorKey authenticates paging cursors: 256 bits, base64
 * @param secretsKey encrypts TOTP seeds and signing keys: 256 bits, base64
 */
public record Secrets(
    String superuser,
    String migrator,
    String identity,
    String notification,
    String tracking,
    String trackingWorker,
    String cursorKey,
    String secretsKey) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the secrets, or makes them when there are none yet. */
  public static Secrets in(Path file) {
    try {
      if (Files.exists(file)) {
        return JSON.readValue(Files.readAllBytes(file), Secrets.class);
      }
      Secrets made =
          new Secrets(
              password(), password(), password(), password(), password(), password(), key(), key());
      PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(made));
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A password of 144 random bits in letters, digits, hyphen and underscore. */
  public static String password() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(18));
  }

  private static String key() {
    return Base64.getEncoder().encodeToString(randomBytes(32));
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** Says nothing: secrets do not belong into a log. */
  @Override
  public String toString() {
    return "Secrets[…]";
  }
}
