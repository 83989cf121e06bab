package org.openhersys.identity.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals what the database may keep but not know: AES-256-GCM with a fresh nonce of 96 bits. What
 * was sealed for one owner cannot be opened as another's, so that rows cannot be swapped.
 *
 * <p>Form: version (1 byte), nonce (12), ciphertext and tag.
 */
@Singleton
public class Sealing {
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LEAST_BYTES = 1 + NONCE_BYTES + TAG_BITS / 8;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public Sealing(SecretsKey secrets) {
    this.key = secrets.forSealing();
  }

  /**
   * @param owner whose secret it is, such as the account's id: associated data, not kept in it
   */
  public byte[] seal(String owner, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, owner, secret);
    return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * @throws IllegalStateException when it was changed, or sealed for another owner or with another
   *     key
   */
  public byte[] open(String owner, byte[] sealed) {
    if (sealed.length < LEAST_BYTES || sealed[0] != VERSION) {
      throw new IllegalStateException("not a sealed secret");
    }
    ByteBuffer parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    byte[] nonce = new byte[NONCE_BYTES];
    parts.get(nonce);
    byte[] content = new byte[parts.remaining()];
    parts.get(content);
    return run(Cipher.DECRYPT_MODE, nonce, owner, content);
  }

  private byte[] run(int mode, byte[] nonce, String owner, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("sealed secret refused", failure);
    }
  }
}
