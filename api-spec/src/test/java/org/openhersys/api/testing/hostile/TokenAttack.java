package org.openhersys.api.testing.hostile;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.TestIssuer;

/** Tokens that are none, not ours, over, or that say another than their session does. */
final class TokenAttack implements Attack {
  private static final RSAKey FOREIGN = TestIssuer.newKey("foreign");
  private static final UUID ELSEWHERE = UUID.fromString("0199b2f4-0000-7000-8000-0000000000ff");

  private final RSAKey key;
  private final RSAKey namesake;

  TokenAttack(Attacked service) {
    this.key = service.signingKey();
    this.namesake = TestIssuer.newKey(key.getKeyID());
  }

  @Override
  public Stream<Attempt> against(Endpoint endpoint, Fixture fixture) {
    List<Attempt> attempts = new ArrayList<>();
    Map<String, UnaryOperator<Request>> bends = new LinkedHashMap<>();
    texts(bends);
    if (!endpoint.isProtected()) {
      bends.forEach((what, bend) -> attempts.add(Attempt.bearable(what, bend)));
      return attempts.stream();
    }
    bends.put("no token", r -> r.bearing(null));
    bends.put(
        "the token in the address",
        r -> r.query("access_token=" + fixture.token(fixture.situation().caller())).bearing(null));
    tokens(fixture).forEach((what, token) -> bends.put(what, r -> r.bearing(token)));
    bends.forEach((what, bend) -> attempts.add(Attempt.answered(what, bend, 401)));
    return attempts.stream();
  }

  private static void texts(Map<String, UnaryOperator<Request>> bends) {
    for (String text :
        List.of(
            "Bearer",
            "Bearer ",
            "Bearer x",
            "Bearer a.b.c",
            "Bearer a.b",
            "Bearer ..",
            "Bearer " + Canary.NAME,
            "Basic dTpw",
            "Basic " + Canary.NAME,
            "Digest username=x",
            "Negotiate x",
            "DPoP a.b.c",
            "\"",
            "Bearer é")) {
      bends.put("Authorization: " + text, r -> r.header("Authorization", text));
    }
    bends.put(
        "two Authorizations, none of them ours",
        r -> r.header("Authorization", "Bearer a.b.c").headerToo("Authorization", "Bearer a.b.d"));
  }

  private Map<String, String> tokens(Fixture fixture) {
    JWTClaimsSet valid = fixture.claims().build();
    String ours = TestIssuer.sign(valid, key);
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("a token that is cut", ours.substring(0, ours.length() - 20));
    tokens.put("a token without its signature", ours.substring(0, ours.lastIndexOf('.') + 1));
    tokens.put("a token whose claims were edited", edited(ours));
    tokens.put("an unsigned token", new PlainJWT(valid).serialize() + "x");
    tokens.put("an unsigned token in its own form", new PlainJWT(valid).serialize());
    tokens.put("a foreign key", TestIssuer.sign(valid, FOREIGN));
    tokens.put("a foreign key under our key's name", TestIssuer.sign(valid, namesake));
    tokens.put("the public key as a shared secret", shared(valid));
    tokens.put("a token that brings its key", bringing(valid));
    tokens.put("another algorithm of our key", signed(valid, JWSAlgorithm.PS256, key));
    put(tokens, "an expired token", expires(fixture.claims(), Instant.now().minusSeconds(60)));
    put(tokens, "a token without an end", fixture.claims().expirationTime(null));
    put(tokens, "another issuer", fixture.claims().issuer("https://elsewhere.test"));
    put(tokens, "no issuer", fixture.claims().issuer(null));
    put(tokens, "another audience", fixture.claims().audience("elsewhere"));
    put(tokens, "no audience", fixture.claims().audience((String) null));
    put(tokens, "no subject", fixture.claims().subject(null));
    put(tokens, "a subject that is no id", fixture.claims().subject(Canary.NAME));
    put(tokens, "no session", fixture.claims().claim("sid", null));
    put(tokens, "an unknown session", fixture.claims().claim("sid", ELSEWHERE.toString()));
    put(tokens, "another organisation", fixture.claims().claim("org", ELSEWHERE.toString()));
    put(tokens, "no organisation", fixture.claims().claim("org", null));
    put(tokens, "a kind that is none", fixture.claims().claim("kind", Canary.NAME));
    sessions(fixture, tokens);
    return tokens;
  }

  private void sessions(Fixture fixture, Map<String, String> tokens) {
    Login caller = fixture.situation().caller();
    Login revoked = likewise(caller);
    tokens.put("a revoked session", fixture.token(revoked));
    revoked.revoke();
    if (caller.role() != null) {
      Role other =
          caller.role() == Role.HEALTH_CENTRE_STAFF
              ? Role.HEALTH_CENTRE_MANAGER
              : Role.HEALTH_CENTRE_STAFF;
      Login session = Directory.person(caller.organisation(), other);
      put(
          tokens,
          "another role than the session's",
          fixture
              .claims()
              .claim("sid", session.session().toString())
              .subject(session.principal().toString()));
    }
  }

  private static Login likewise(Login caller) {
    return caller.role() == null
        ? Directory.machine(caller.organisation(), caller.groups().toArray(String[]::new))
        : Directory.person(caller.organisation(), caller.role());
  }

  private void put(Map<String, String> tokens, String what, JWTClaimsSet.Builder claims) {
    tokens.put(what, TestIssuer.sign(claims.build(), key));
  }

  private static JWTClaimsSet.Builder expires(JWTClaimsSet.Builder claims, Instant end) {
    return claims.expirationTime(Date.from(end));
  }

  private static String edited(String token) {
    String[] parts = token.split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String longer = claims.replaceFirst("\"exp\":", "\"exp\":9");
    return parts[0]
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(longer.getBytes(StandardCharsets.UTF_8))
        + "."
        + parts[2];
  }

  private String shared(JWTClaimsSet claims) {
    try {
      return signed(
          claims,
          header(JWSAlgorithm.HS256, key).build(),
          new MACSigner(key.toRSAPublicKey().getEncoded()));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String bringing(JWTClaimsSet claims) {
    JWSHeader header = header(JWSAlgorithm.RS256, FOREIGN).jwk(FOREIGN.toPublicJWK()).build();
    return signed(claims, header, signer(FOREIGN));
  }

  private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, RSAKey key) {
    return signed(claims, header(algorithm, key).build(), signer(key));
  }

  private static JWSHeader.Builder header(JWSAlgorithm algorithm, RSAKey key) {
    return new JWSHeader.Builder(algorithm)
        .type(new JOSEObjectType("at+jwt"))
        .keyID(key.getKeyID());
  }

  private static JWSSigner signer(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String signed(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) {
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return token.serialize();
  }
}
