package org.openhersys.identity.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a client's assertion (RFC 7523, SMART Backend Services) is its own: RS384 or ES384 by one
 * of its registered keys, {@code iss} = {@code sub} = client id, for this issuer, good for at most
 * five minutes.
 */
@Singleton
class AssertionVerification {
  /** A client whose clock is ahead may still use its five minutes; none is used after its end. */
  private static final Duration LEEWAY = Duration.ofSeconds(10);

  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** After that an assertion of now is refused for its age. */
  static final Duration LONGEST_LIFE = LONGEST.plus(LEEWAY);

  private static final int LEAST_RSA_BITS = 2048;
  private static final int LONGEST_JTI = 255;

  private final String issuer;
  private final Clock clock;

  @Inject
  AssertionVerification(@ConfigProperty(name = "hersys.issuer") String issuer, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  /** Who an assertion says it is from, before anything is verified. */
  static Optional<UUID> claimedClient(SignedJWT assertion) {
    try {
      JWTClaimsSet claims = assertion.getJWTClaimsSet();
      String subject = claims.getSubject();
      boolean own = subject != null && subject.equals(claims.getIssuer());
      return own ? Optional.of(UUID.fromString(subject)) : Optional.empty();
    } catch (ParseException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether everything but its being used once holds. */
  boolean holds(SignedJWT assertion, Client client) {
    try {
      return isSigned(assertion, client) && claimsHold(assertion.getJWTClaimsSet(), client);
    } catch (ParseException | JOSEException | IllegalArgumentException unusable) {
      return false;
    }
  }

  private static boolean isSigned(SignedJWT assertion, Client client) throws JOSEException {
    JWSAlgorithm algorithm = assertion.getHeader().getAlgorithm();
    String kid = assertion.getHeader().getKeyID();
    JWK key = kid == null ? null : client.keys().getKeyByKeyId(kid);
    if (key == null
        || KeyUse.ENCRYPTION.equals(key.getKeyUse())
        || (key.getAlgorithm() != null && !key.getAlgorithm().equals(algorithm))) {
      return false;
    }
    // The kid is the sender's choice: the key it names may be of another kind than the algorithm.
    if (algorithm.equals(JWSAlgorithm.RS384) && key instanceof RSAKey rsa) {
      return rsa.size() >= LEAST_RSA_BITS && assertion.verify(new RSASSAVerifier(rsa));
    }
    if (algorithm.equals(JWSAlgorithm.ES384) && key instanceof ECKey ec) {
      return assertion.verify(new ECDSAVerifier(ec));
    }
    return false;
  }

  private boolean claimsHold(JWTClaimsSet claims, Client client) {
    Instant now = clock.instant();
    String jti = claims.getJWTID();
    return client.id().toString().equals(claims.getSubject())
        && audienceHolds(claims.getAudience(), client)
        && claims.getExpirationTime() != null
        && claims.getExpirationTime().toInstant().isAfter(now)
        && !claims.getExpirationTime().toInstant().isAfter(now.plus(LONGEST).plus(LEEWAY))
        && (claims.getNotBeforeTime() == null
            || !claims.getNotBeforeTime().toInstant().isAfter(now.plus(LEEWAY)))
        && (claims.getIssueTime() == null
            || !claims.getIssueTime().toInstant().isAfter(now.plus(LEEWAY)))
        && jti != null
        && !jti.isBlank()
        && jti.length() <= LONGEST_JTI
        && jti.indexOf('\0') < 0;
  }

  // One audience: an assertion that also names another server could be used by that server here.
  private boolean audienceHolds(List<String> audience, Client client) {
    return audience.size() == 1
        && (audience.get(0).equals(issuer)
            || (client.tokenUrlAudience() && audience.get(0).equals(issuer + "/oauth2/token")));
  }
}
