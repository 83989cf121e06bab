package org.openhersys.api.idempotency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of the raw body: tells the same submission from another under the same key. */
public final class Fingerprint {
  private Fingerprint() {}

  /** 32 bytes. */
  public static byte[] of(byte[] raw) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(raw);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
