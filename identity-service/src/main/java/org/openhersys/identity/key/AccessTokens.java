package org.openhersys.identity.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Date;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.identity.session.NewSession;

/** Signs access tokens: JWT of type {@code at+jwt} (RFC 9068), RS256, one audience. */
@Singleton
public class AccessTokens {
  private final SigningKeys keys;
  private final String issuer;
  private final String audience;

  @Inject
  AccessTokens(
      SigningKeys keys,
      @ConfigProperty(name = "hersys.issuer") String issuer,
      @ConfigProperty(name = "hersys.audience") String audience) {
    this.keys = keys;
    this.issuer = issuer;
    this.audience = audience;
  }

  /** A token for a session; it ends with the session, and is of no use until that is stored. */
  public String sign(NewSession session) {
    Caller caller = session.caller();
    boolean human = caller.kind() == Caller.Kind.HUMAN;
    String role = caller.roleName();
    List<String> groups = role == null ? caller.scopes().stream().sorted().toList() : List.of(role);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audience)
            .subject(caller.principalId().toString())
            .issueTime(Date.from(session.createdAt()))
            .expirationTime(Date.from(session.expiresAt()))
            .jwtID(Uuids.next().toString())
            .claim("kind", caller.kind().name())
            .claim("sid", session.id().toString())
            .claim("org", caller.organisationId().toString())
            .claim("groups", groups);
    if (!human) {
      claims.claim("scope", String.join(" ", groups));
    }
    if (caller.operator() != null) {
      claims.claim("operator", caller.operator());
    }
    return sign(claims.build());
  }

  private String sign(JWTClaimsSet claims) {
    RSAKey key = keys.signing();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.getKeyID())
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
    return token.serialize();
  }
}
