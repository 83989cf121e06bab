package org.openhersys.identity.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what the database may keep but not know: TOTP seeds and private signing keys. AES-256-GCM
 * with a random nonce; a sealed secret opens only for the owner it was sealed for.
 */
@Singleton
public class SealedSecrets {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key {@code hersys.secrets.key}: base64 of 32 bytes, the same in every instance
   */
  @Inject
  public SealedSecrets(@ConfigProperty(name = "hersys.secrets.key") String key) {
    byte[] bytes = Base64.getDecoder().decode(key);
    if (bytes.length != 32) {
      throw new IllegalStateException("hersys.secrets.key must have 32 bytes");
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /** Seals for an owner, such as an account's id or a key's. */
  public byte[] seal(String owner, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, owner, secret);
    byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
    return all;
  }

  /**
   * Opens.
   *
   * @throws IllegalStateException when it was changed, sealed with another key or for another owner
   */
  public byte[] open(String owner, byte[] sealed) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new IllegalStateException("a sealed secret does not open");
    }
    return run(
        Cipher.DECRYPT_MODE,
        Arrays.copyOf(sealed, NONCE_BYTES),
        owner,
        Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
  }

  /** A keyed digest (HMAC-SHA-256, 32 bytes): finds a text again without keeping it. */
  public byte[] digest(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] run(int mode, byte[] nonce, String owner, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("a sealed secret does not open", failure);
    }
  }
}
