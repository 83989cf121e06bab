package org.openhersys.identity.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one secret of identity-service, from which a key for each purpose is derived, so that none
 * serves two. The same in every instance; without it no seed and no signing key can be opened.
 */
@Singleton
public class SecretsKey {
  private static final int BYTES = 32;
  private static final String HMAC = "HmacSHA256";

  private final byte[] master;

  /**
   * @param key {@code hersys.secrets.key}: base64 of exactly 32 bytes
   * @throws IllegalStateException when it is anything else: the service then does not start
   */
  @Inject
  public SecretsKey(@ConfigProperty(name = "hersys.secrets.key") String key) {
    this.master = decoded(key);
  }

  private static byte[] decoded(String key) {
    try {
      byte[] bytes = Base64.getDecoder().decode(key.strip());
      if (bytes.length == BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalStateException("hersys.secrets.key is not base64", notBase64);
    }
    throw new IllegalStateException("hersys.secrets.key must have 32 bytes");
  }

  /** A key of 256 bits for AES. */
  SecretKey forSealing() {
    return new SecretKeySpec(derived("sealing"), "AES");
  }

  /**
   * A digest that only who has the key can make, for looking up what must not stand readable.
   *
   * @param purpose keeps digests of different things apart
   * @return 32 bytes
   */
  public byte[] digest(String purpose, String text) {
    return hmac(derived("digest " + purpose), text);
  }

  private byte[] derived(String purpose) {
    return hmac(master, "openhersys 1 " + purpose);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
