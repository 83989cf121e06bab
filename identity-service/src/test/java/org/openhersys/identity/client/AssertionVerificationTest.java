package org.openhersys.identity.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** SMART Backend Services 2.2, RFC 7523: which assertions are a client's own. */
class AssertionVerificationTest {
  private static final String ISSUER = "https://identity.test";
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final UUID CLIENT = UUID.randomUUID();
  private static final RSAKey RSA = rsa("rsa");
  private static final ECKey EC = ec("ec", Curve.P_384);

  private final AssertionVerification verification =
      new AssertionVerification(ISSUER, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void bothAlgorithmsOfSmartAreTaken() {
    assertTrue(holds(claims(), JWSAlgorithm.RS384, "rsa", signer(RSA)));
    assertTrue(holds(claims(), JWSAlgorithm.ES384, "ec", signer(EC)));
  }

  @Test
  void anotherAlgorithmIsRefused() throws Exception {
    assertFalse(holds(claims(), JWSAlgorithm.RS256, "rsa", signer(RSA)));
    assertFalse(
        holds(
            claims(), JWSAlgorithm.HS384, "rsa", new MACSigner(RSA.toRSAPublicKey().getEncoded())));
    assertFalse(holds(claims(), JWSAlgorithm.ES256, "p256", signer(ec("p256", Curve.P_256))));
  }

  @Test
  void aKeyOfAnotherKindThanTheAlgorithmIsRefused() {
    assertFalse(holds(claims(), JWSAlgorithm.ES384, "rsa", signer(EC)));
    assertFalse(holds(claims(), JWSAlgorithm.RS384, "ec", signer(RSA)));
    assertFalse(holds(claims(), JWSAlgorithm.ES384, "p256", signer(EC)));
  }

  @Test
  void aForeignKeyUnderAKnownIdIsRefused() {
    assertFalse(holds(claims(), JWSAlgorithm.RS384, "rsa", signer(rsa("rsa"))));
    assertFalse(holds(claims(), JWSAlgorithm.RS384, "unknown", signer(RSA)));
    assertFalse(holds(claims(), JWSAlgorithm.RS384, null, signer(RSA)));
  }

  @Test
  void itEndsWithinFiveMinutesAndNotBeforeNow() {
    assertTrue(signed(claims().expirationTime(at(Duration.ofSeconds(1)))));
    assertTrue(signed(claims().expirationTime(at(Duration.ofMinutes(5)))));
    assertFalse(signed(claims().expirationTime(at(Duration.ZERO))));
    assertFalse(signed(claims().expirationTime(at(Duration.ofSeconds(-1)))));
    assertFalse(signed(claims().expirationTime(at(Duration.ofSeconds(311)))));
    assertFalse(signed(claims().expirationTime(null)));
  }

  @Test
  void itIsForThisIssuerAlone() {
    assertFalse(signed(claims().audience("https://elsewhere.test")));
    assertFalse(signed(claims().audience(List.of(ISSUER, "https://elsewhere.test"))));
    assertFalse(signed(claims().audience((String) null)));
  }

  @Test
  void theTokenUrlIsTakenOnlyFromAClientRegisteredSo() {
    JWTClaimsSet claims = claims().audience(ISSUER + "/oauth2/token").build();
    SignedJWT assertion = sign(claims, JWSAlgorithm.RS384, "rsa", signer(RSA));

    assertFalse(verification.holds(assertion, client(false)));
    assertTrue(verification.holds(assertion, client(true)));
  }

  @Test
  void itNeedsAnIdOfItsOwn() {
    assertFalse(signed(claims().jwtID(null)));
    assertFalse(signed(claims().jwtID("")));
    assertFalse(signed(claims().jwtID("x".repeat(256))));
  }

  @Test
  void issuerAndSubjectAreTheClient() {
    SignedJWT other =
        sign(
            claims().subject(UUID.randomUUID().toString()).build(),
            JWSAlgorithm.RS384,
            "rsa",
            signer(RSA));
    assertEquals(Optional.empty(), AssertionVerification.claimedClient(other));
  }

  private boolean signed(JWTClaimsSet.Builder claims) {
    return holds(claims, JWSAlgorithm.RS384, "rsa", signer(RSA));
  }

  private boolean holds(
      JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, String kid, JWSSigner signer) {
    return verification.holds(sign(claims.build(), algorithm, kid, signer), client(false));
  }

  private static Client client(boolean tokenUrlAudience) {
    return new Client(
        CLIENT,
        UUID.randomUUID(),
        Set.of("notification.write"),
        new JWKSet(
            List.of(RSA.toPublicJWK(), EC.toPublicJWK(), ec("p256", Curve.P_256).toPublicJWK())),
        tokenUrlAudience);
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(CLIENT.toString())
        .subject(CLIENT.toString())
        .audience(ISSUER)
        .expirationTime(at(Duration.ofMinutes(4)))
        .jwtID(UUID.randomUUID().toString());
  }

  private static Date at(Duration fromNow) {
    return Date.from(NOW.plus(fromNow));
  }

  // The header says what the test wants, also where it does not fit the key: signed over as it is.
  private static SignedJWT sign(
      JWTClaimsSet claims, JWSAlgorithm algorithm, String kid, JWSSigner signer) {
    try {
      SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
      jwt.sign(signer);
      return SignedJWT.parse(jwt.serialize());
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static JWSSigner signer(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static JWSSigner signer(ECKey key) {
    try {
      return new ECDSASigner(key);
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static RSAKey rsa(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static ECKey ec(String kid, Curve curve) {
    try {
      return new ECKeyGenerator(curve).keyID(kid).generate();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
