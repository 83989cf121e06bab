package org.openhersys.api.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of the raw body: tells the same submission from another under the same key. */
public final class Fingerprint {
  private Fingerprint() {}

  /** 32 bytes. */
  public static byte[] of(byte[] raw) {
    return sha256().digest(raw);
  }

  /** One to be fed with a body that is read as it comes: its digest is the fingerprint. */
  public static MessageDigest digest() {
    return sha256();
  }

  /**
   * 32 bytes, where what is asked for is not all in the body.
   *
   * @param rest what else is asked for, such as the id that the address names
   */
  public static byte[] of(String rest, byte[] raw) {
    MessageDigest digest = sha256();
    digest.update(rest.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    return digest.digest(raw);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
