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
import java.util.function.Supplier;
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
    tokens(fixture).forEach((what, token) -> bends.put(what, r -> r.bearing(token.get())));
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

  /** Made only if they are among those that are sent. */
  private Map<String, Supplier<String>> tokens(Fixture fixture) {
    Supplier<JWTClaimsSet> valid = () -> fixture.claims().build();
    Supplier<String> ours = () -> TestIssuer.sign(valid.get(), key);
    Map<String, Supplier<String>> tokens = new LinkedHashMap<>();
    tokens.put("a token that is cut", () -> ours.get().substring(0, ours.get().length() - 20));
    tokens.put(
        "a token without its signature",
        () -> ours.get().substring(0, ours.get().lastIndexOf('.') + 1));
    tokens.put("a token whose claims were edited", () -> edited(ours.get()));
    tokens.put("an unsigned token", () -> new PlainJWT(valid.get()).serialize() + "x");
    tokens.put("an unsigned token in its own form", () -> new PlainJWT(valid.get()).serialize());
    tokens.put("a foreign key", () -> TestIssuer.sign(valid.get(), FOREIGN));
    tokens.put("a foreign key under our key's name", () -> TestIssuer.sign(valid.get(), namesake));
    tokens.put("the public key as a shared secret", () -> shared(valid.get()));
    tokens.put("a token that brings its key", () -> bringing(valid.get()));
    tokens.put("another algorithm of our key", () -> signed(valid.get(), JWSAlgorithm.PS256, key));
    claims(fixture)
        .forEach(
            (what, bend) ->
                tokens.put(what, () -> TestIssuer.sign(bend.apply(fixture.claims()).build(), key)));
    tokens.put("a revoked session", () -> revoked(fixture));
    return tokens;
  }

  private static Map<String, UnaryOperator<JWTClaimsSet.Builder>> claims(Fixture fixture) {
    Map<String, UnaryOperator<JWTClaimsSet.Builder>> bends = new LinkedHashMap<>();
    bends.put("an expired token", c -> c.expirationTime(Date.from(Instant.now().minusSeconds(60))));
    bends.put("a token without an end", c -> c.expirationTime(null));
    bends.put("another issuer", c -> c.issuer("https://elsewhere.test"));
    bends.put("no issuer", c -> c.issuer(null));
    bends.put("another audience", c -> c.audience("elsewhere"));
    bends.put("no audience", c -> c.audience((String) null));
    bends.put("no subject", c -> c.subject(null));
    bends.put("a subject that is no id", c -> c.subject(Canary.NAME));
    bends.put("no session", c -> c.claim("sid", null));
    bends.put("an unknown session", c -> c.claim("sid", ELSEWHERE.toString()));
    bends.put("another organisation", c -> c.claim("org", ELSEWHERE.toString()));
    bends.put("no organisation", c -> c.claim("org", null));
    bends.put("a kind that is none", c -> c.claim("kind", Canary.NAME));
    if (fixture.situation().caller().role() != null) {
      bends.put("another role than the session's", c -> inAnothersSession(fixture, c));
    }
    return bends;
  }

  private static JWTClaimsSet.Builder inAnothersSession(
      Fixture fixture, JWTClaimsSet.Builder claims) {
    Login caller = fixture.situation().caller();
    Role other =
        caller.role() == Role.HEALTH_CENTRE_STAFF
            ? Role.HEALTH_CENTRE_MANAGER
            : Role.HEALTH_CENTRE_STAFF;
    Login session = Directory.person(caller.organisation(), other);
    return claims
        .claim("sid", session.session().toString())
        .subject(session.principal().toString());
  }

  private static String revoked(Fixture fixture) {
    Login revoked = likewise(fixture.situation().caller());
    revoked.revoke();
    return fixture.token(revoked);
  }

  private static Login likewise(Login caller) {
    return caller.role() == null
        ? Directory.machine(caller.organisation(), caller.groups().toArray(String[]::new))
        : Directory.person(caller.organisation(), caller.role());
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
