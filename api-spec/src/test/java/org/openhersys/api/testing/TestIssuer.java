package org.openhersys.api.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs real RS256 tokens with a key of its own and serves the public half over HTTP, as
 * identity-service does: for the tests of the services that only verify.
 */
public class TestIssuer implements QuarkusTestResourceLifecycleManager {
  /** The issuer of these tokens. */
  public static final String ISSUER = "https://issuer.test";

  private static final String KEY = "hersys.test.signing-key";
  private static final String REFUSES = "hersys.test.issuer-refuses";

  // Thousands of tokens are signed: reading a key costs as much as signing with it.
  private static final Map<String, RSAKey> READ = new ConcurrentHashMap<>();
  private static final Map<RSAKey, RSASSASigner> SIGNERS = new ConcurrentHashMap<>();

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    RSAKey key = newKey("test-key");
    System.setProperty(KEY, key.toJSONString());
    byte[] jwks = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext(
        "/jwks.json",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(Boolean.getBoolean(REFUSES) ? 503 : 200, jwks.length);
          exchange.getResponseBody().write(jwks);
          exchange.close();
        });
    server.start();
    return Map.of(
        "hersys.issuer",
        ISSUER,
        "hersys.jwks-url",
        "http://localhost:" + server.getAddress().getPort() + "/jwks.json");
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  /** Does something while the issuer answers that it cannot serve. */
  public static void whileKeysAreRefused(Runnable work) {
    System.setProperty(REFUSES, "true");
    try {
      work.run();
    } finally {
      System.clearProperty(REFUSES);
    }
  }

  /** A key that the services do not know, unless it is the issuer's. */
  public static RSAKey newKey(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The issuer's own key. */
  public static RSAKey key() {
    return READ.computeIfAbsent(System.getProperty(KEY), TestIssuer::read);
  }

  private static RSAKey read(String json) {
    try {
      return RSAKey.parse(json);
    } catch (ParseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The claims of a valid access token, to be bent by tests of refusals. */
  public static JWTClaimsSet.Builder claims(
      String kind, UUID principal, UUID session, UUID organisation, List<String> groups) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("openhersys")
        .subject(principal.toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))))
        .jwtID(UUID.randomUUID().toString())
        .claim("kind", kind)
        .claim("sid", session.toString())
        .claim("org", organisation.toString())
        .claim("groups", groups);
  }

  /** Signs with that key. */
  public static String sign(JWTClaimsSet claims, RSAKey key) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .type(new JOSEObjectType("at+jwt"))
                  .keyID(key.getKeyID())
                  .build(),
              claims);
      token.sign(SIGNERS.computeIfAbsent(key, TestIssuer::signer));
      return token.serialize();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static RSASSASigner signer(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
