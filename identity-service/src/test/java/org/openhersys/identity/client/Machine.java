package org.openhersys.identity.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.Told;
import org.openhersys.identity.IdentityService;
import org.openhersys.identity.IdentitySettings;

/** A registered machine client (電子カルテ) with its private keys. */
public record Machine(UUID id, UUID organisation, RSAKey rsa, ECKey ec) {
  static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final RSAKey RSA = rsaKey("mihon-rsa");
  private static final ECKey EC = ecKey("mihon-ec");

  /** A client of that organisation with these scopes. */
  public static Machine of(UUID organisation, String... scopes) {
    return registered(organisation, false, scopes);
  }

  /** A client whose assertions may name the token URL as audience (SMART 2.2). */
  static Machine thatNamesTheTokenUrl(UUID organisation, String... scopes) {
    return registered(organisation, true, scopes);
  }

  private static Machine registered(UUID organisation, boolean tokenUrl, String... scopes) {
    Machine machine = new Machine(Uuids.next(), organisation, RSA, EC);
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into identity.client (id, organisation_id, name, scopes, jwks, token_url_audience)
                    values (?, ?, '見本システム', ?, cast(? as jsonb), ?)
                    """,
                    machine.id(),
                    organisation,
                    scopes,
                    machine.publicKeys(),
                    tokenUrl));
    return machine;
  }

  /** An access token with all its scopes. */
  public String token() {
    return Told.text(asks(assertion(claims().build())).then().statusCode(200), "/access_token");
  }

  /** The form of a valid token request, as it goes over the wire. */
  public String tokenRequest() {
    return "grant_type=client_credentials&client_assertion_type="
        + URLEncoder.encode(ASSERTION_TYPE, StandardCharsets.UTF_8)
        + "&client_assertion="
        + assertion(claims().build());
  }

  /** Its keys, as it registers them. */
  public String publicKeys() {
    return new JWKSet(List.of(RSA, EC)).toString(true);
  }

  /** The claims of a valid assertion, to be bent. */
  JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(id.toString())
        .subject(id.toString())
        .audience(IdentitySettings.ISSUER)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(240)))
        .jwtID(UUID.randomUUID().toString());
  }

  /** Signed with its RSA key, RS384. */
  String assertion(JWTClaimsSet claims) {
    return signed(claims, header(JWSAlgorithm.RS384, rsa.getKeyID()), signer(rsa));
  }

  /** Asks for a token with that assertion, for all scopes. */
  static Response asks(String assertion) {
    return IdentityService.anonymous()
        .formParam("grant_type", "client_credentials")
        .formParam("client_assertion_type", ASSERTION_TYPE)
        .formParam("client_assertion", assertion)
        .post("/oauth2/token");
  }

  static JWSHeader header(JWSAlgorithm algorithm, String kid) {
    return new JWSHeader.Builder(algorithm).keyID(kid).build();
  }

  static JWSSigner signer(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static JWSSigner signer(ECKey key) {
    try {
      return new ECDSASigner(key);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String signed(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) {
    SignedJWT assertion = new SignedJWT(header, claims);
    try {
      assertion.sign(signer);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return assertion.serialize();
  }

  static RSAKey rsaKey(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static ECKey ecKey(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_384).keyID(kid).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
