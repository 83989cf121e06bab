package org.openhersys.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Made at the first start and kept in a file of mode 600.
 *
 * @param superuser password of PostgreSQL's superuser
 * @param migrator password of hersys_migrator, which becomes the owner
 * @param identity password of hersys_identity
 * @param notification password of hersys_notification
 * @param tracking password of hersys_tracking
 * @param trackingWorker password of hersys_tracking_worker
 * @param mailer password of hersys_mailer
 * @param batch password of hersys_batch
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
    String mailer,
    String batch,
    String cursorKey,
    String secretsKey) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads the secrets, or makes them when there are none yet. What a file of an earlier version
   * lacks is made and added; what it has stays.
   */
  public static Secrets in(Path file) {
    try {
      Kept kept = Files.exists(file) ? read(file) : Kept.NOTHING;
      Secrets whole = kept.completed();
      if (!kept.isWhole()) {
        PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole));
      }
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Kept read(Path file) throws IOException {
    return JSON.readValue(Files.readAllBytes(file), Kept.class);
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

  /** What stands in a file: null for what an earlier version did not know. */
  private record Kept(
      @Nullable String superuser,
      @Nullable String migrator,
      @Nullable String identity,
      @Nullable String notification,
      @Nullable String tracking,
      @Nullable String trackingWorker,
      @Nullable String mailer,
      @Nullable String batch,
      @Nullable String cursorKey,
      @Nullable String secretsKey) {
    static final Kept NOTHING =
        new Kept(null, null, null, null, null, null, null, null, null, null);

    boolean isWhole() {
      return Stream.of(
              superuser,
              migrator,
              identity,
              notification,
              tracking,
              trackingWorker,
              mailer,
              batch,
              cursorKey,
              secretsKey)
          .noneMatch(Objects::isNull);
    }

    Secrets completed() {
      return new Secrets(
          or(superuser, Secrets::password),
          or(migrator, Secrets::password),
          or(identity, Secrets::password),
          or(notification, Secrets::password),
          or(tracking, Secrets::password),
          or(trackingWorker, Secrets::password),
          or(mailer, Secrets::password),
          or(batch, Secrets::password),
          or(cursorKey, Secrets::key),
          or(secretsKey, Secrets::key));
    }

    private static String or(@Nullable String kept, Supplier<String> made) {
      return kept == null ? made.get() : kept;
    }

    /** Says nothing either. */
    @Override
    public String toString() {
      return "Secrets[…]";
    }
  }
}
