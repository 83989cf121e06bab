package org.openhersys.identity.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/**
 * An RSA key of the issuer. It is published at once, signs from {@code signsFrom} until a newer one
 * does, and stays published until {@code retiresAt}, when the last token it signed is over.
 */
record SigningKey(RSAKey key, Instant signsFrom, Instant retiresAt) {

  boolean isPublished(Instant now) {
    return retiresAt.isAfter(now);
  }

  boolean maySign(Instant now) {
    return !signsFrom.isAfter(now) && isPublished(now);
  }
}
