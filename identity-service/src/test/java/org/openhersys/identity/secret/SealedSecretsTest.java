package org.openhersys.identity.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealedSecretsTest {
  private static final byte[] SECRET = "架空の秘密".getBytes(StandardCharsets.UTF_8);

  private final SealedSecrets sealed = new SealedSecrets(keyOf(32, 1));

  @Test
  void opensForItsOwner() {
    assertArrayEquals(SECRET, sealed.open("owner", sealed.seal("owner", SECRET)));
  }

  @Test
  void opensForNobodyElse() {
    byte[] theirs = sealed.seal("owner", SECRET);

    assertThrows(IllegalStateException.class, () -> sealed.open("somebody else", theirs));
  }

  @Test
  void opensWithNoOtherKey() {
    byte[] theirs = new SealedSecrets(keyOf(32, 2)).seal("owner", SECRET);

    assertThrows(IllegalStateException.class, () -> sealed.open("owner", theirs));
  }

  @Test
  void anyChangedByteIsNoticed() {
    byte[] whole = sealed.seal("owner", SECRET);

    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      assertThrows(IllegalStateException.class, () -> sealed.open("owner", changed));
    }
  }

  @Test
  void aTornSecretIsRefused() {
    byte[] whole = sealed.seal("owner", SECRET);

    for (int length = 0; length < whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      assertThrows(IllegalStateException.class, () -> sealed.open("owner", torn));
    }
  }

  @Test
  void theSameSecretIsNeverSealedAlike() {
    assertFalse(Arrays.equals(sealed.seal("owner", SECRET), sealed.seal("owner", SECRET)));
  }

  @Test
  void aKeyOfAnotherLengthIsRefused() {
    assertThrows(IllegalStateException.class, () -> new SealedSecrets(keyOf(16, 1)));
  }

  private static String keyOf(int bytes, int filling) {
    byte[] key = new byte[bytes];
    Arrays.fill(key, (byte) filling);
    return Base64.getEncoder().encodeToString(key);
  }
}
