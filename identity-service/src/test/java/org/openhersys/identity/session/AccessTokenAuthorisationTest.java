package org.openhersys.identity.session;

import static org.hamcrest.Matchers.equalTo;
import static org.openhersys.identity.IdentityService.anonymous;
import static org.openhersys.identity.IdentityService.bearing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.TestIssuer;
import org.openhersys.identity.People;
import org.openhersys.identity.key.SigningKeys;

@QuarkusTest
class AccessTokenAuthorisationTest {
  private static final List<Function<RequestSpecification, Response>> PROTECTED =
      List.of(
          request -> request.get("/api/v1/sessions/current"),
          request -> request.get("/api/v1/organisations"),
          request -> request.get("/api/v1/organisations/" + UUID.randomUUID()),
          request -> request.get("/api/v1/clients"),
          request -> request.get("/api/v1/clients/" + UUID.randomUUID()),
          request -> json(request).post("/api/v1/clients"),
          request -> json(request).patch("/api/v1/clients/" + UUID.randomUUID()),
          request -> json(request).put("/api/v1/clients/" + UUID.randomUUID() + "/keys"),
          request ->
              request
                  .contentType("application/json")
                  .body("{\"password\": \"mihon\", \"code\": \"000000\"}")
                  .post("/api/v1/accounts/current/recovery-codes"),
          request -> request.delete("/api/v1/sessions/current"));

  @Inject People people;
  @Inject SigningKeys keys;

  private JWTClaimsSet valid;

  @BeforeEach
  void logIn() throws ParseException {
    valid =
        SignedJWT.parse(
                people.withRole(Directory.healthCentre(), Role.HEALTH_CENTRE_MANAGER).token())
            .getJWTClaimsSet();
  }

  @Test
  void withoutATokenNothingIsOpen() {
    PROTECTED.forEach(request -> refused(request.apply(anonymous())));
  }

  @Test
  void whatIsNoTokenIsRefused() {
    refusedEverywhere("not-a-token");
    refusedEverywhere("a.b.c");
  }

  @Test
  void anUnsignedTokenIsRefused() {
    refusedEverywhere(new PlainJWT(valid).serialize());
  }

  @Test
  void aForeignSignatureIsRefusedUnderOurKeysNameToo() {
    refusedEverywhere(TestIssuer.sign(valid, TestIssuer.newKey("foreign")));
    refusedEverywhere(TestIssuer.sign(valid, TestIssuer.newKey(keys.signing().getKeyID())));
  }

  @Test
  void thePublicKeyIsNoSharedSecret() throws JOSEException {
    SignedJWT forged =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(keys.signing().getKeyID())
                .build(),
            valid);
    forged.sign(new MACSigner(keys.signing().toRSAPublicKey().getEncoded()));

    refusedEverywhere(forged.serialize());
  }

  @Test
  void aTokenThatBringsItsOwnKeyIsRefused() throws JOSEException {
    RSAKey own = TestIssuer.newKey("own");
    SignedJWT forged =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build(), valid);
    forged.sign(new RSASSASigner(own));

    refusedEverywhere(forged.serialize());
  }

  @Test
  void anExpiredTokenIsRefused() {
    refusedEverywhere(
        signed(
            new JWTClaimsSet.Builder(valid)
                .expirationTime(Date.from(Instant.now().minusSeconds(60)))));
  }

  @Test
  void anotherIssuerOrAudienceIsRefused() {
    refusedEverywhere(signed(new JWTClaimsSet.Builder(valid).issuer("https://elsewhere.test")));
    refusedEverywhere(signed(new JWTClaimsSet.Builder(valid).audience("elsewhere")));
  }

  @Test
  void anotherRoleOrOrganisationThanTheSessionsIsRefused() {
    refusedOfTheDirectory(
        new JWTClaimsSet.Builder(valid).claim("groups", List.of("NATIONAL_ADMINISTRATOR")));
    refusedOfTheDirectory(
        new JWTClaimsSet.Builder(valid).claim("org", Directory.healthCentre().toString()));
    refusedOfTheDirectory(
        new JWTClaimsSet.Builder(valid).claim("sid", UUID.randomUUID().toString()));
  }

  @Test
  void aSessionThatIsOverIsRefusedThoughTheTokenIsNot() throws ParseException {
    UUID session = UUID.fromString(valid.getStringClaim("sid"));
    String token = signed(new JWTClaimsSet.Builder(valid));
    bearing(token).get("/api/v1/organisations").then().statusCode(200);

    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "update identity.session set expires_at = now() where id = ?", session));

    refusedEverywhere(token);
  }

  private static RequestSpecification json(RequestSpecification request) {
    return request.contentType("application/json").body("{}");
  }

  private void refusedOfTheDirectory(JWTClaimsSet.Builder claims) {
    refused(bearing(signed(claims)).get("/api/v1/organisations"));
  }

  private String signed(JWTClaimsSet.Builder claims) {
    return TestIssuer.sign(claims.build(), keys.signing());
  }

  private static void refusedEverywhere(String token) {
    PROTECTED.forEach(request -> refused(request.apply(bearing(token))));
  }

  private static void refused(Response answer) {
    answer
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .body("type", equalTo("urn:openhersys:problem:unauthenticated"));
  }
}
