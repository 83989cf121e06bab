package org.openhersys.identity.key;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;

/** JWK set (RFC 7517): public parts only. */
public record KeySet(List<Key> keys) {

  static KeySet of(JWKSet published) {
    return new KeySet(published.getKeys().stream().map(key -> Key.of(key.toRSAKey())).toList());
  }

  /** An RSA public key (RFC 7518 § 6.3.1). */
  public record Key(String kty, String kid, String use, String alg, String n, String e) {

    static Key of(RSAKey key) {
      return new Key(
          "RSA",
          key.getKeyID(),
          "sig",
          key.getAlgorithm().getName(),
          key.getModulus().toString(),
          key.getPublicExponent().toString());
    }
  }
}
