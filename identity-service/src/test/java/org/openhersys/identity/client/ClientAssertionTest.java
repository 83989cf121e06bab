package org.openhersys.identity.client;

import static org.hamcrest.Matchers.equalTo;
import static org.openhersys.identity.client.Machine.asks;
import static org.openhersys.identity.client.Machine.header;
import static org.openhersys.identity.client.Machine.signed;
import static org.openhersys.identity.client.Machine.signer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.IdentitySettings;

@QuarkusTest
class ClientAssertionTest {
  private static final String TOKEN_URL = IdentitySettings.ISSUER + "/oauth2/token";

  private final UUID institution = Directory.institution(null);
  private final Machine machine = Machine.of(institution, "notification.write");

  @Test
  void rs384AndEs384AreAccepted() {
    asks(machine.assertion(machine.claims().build())).then().statusCode(200);
    asks(signed(
            machine.claims().build(),
            header(JWSAlgorithm.ES384, machine.ec().getKeyID()),
            signer(machine.ec())))
        .then()
        .statusCode(200);
  }

  @Test
  void noOtherAlgorithmIsAccepted() {
    for (JWSAlgorithm other : List.of(JWSAlgorithm.RS256, JWSAlgorithm.RS512, JWSAlgorithm.PS384)) {
      refused(
          signed(
              machine.claims().build(),
              header(other, machine.rsa().getKeyID()),
              signer(machine.rsa())));
    }
  }

  @Test
  void anUnsignedAssertionIsRefused() {
    refused(new PlainJWT(machine.claims().build()).serialize());
  }

  @Test
  void thePublicKeyIsNoSharedSecret() throws JOSEException {
    byte[] published = machine.rsa().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    byte[] encoded = machine.rsa().toRSAPublicKey().getEncoded();

    for (byte[] secret : List.of(published, encoded)) {
      refused(
          signed(
              machine.claims().build(),
              header(JWSAlgorithm.HS256, machine.rsa().getKeyID()),
              new MACSigner(secret)));
    }
  }

  @Test
  void aKeyThatIsNotRegisteredIsRefusedThoughItsNameIs() {
    refused(
        signed(
            machine.claims().build(),
            header(JWSAlgorithm.RS384, machine.rsa().getKeyID()),
            signer(Machine.rsaKey("foreign"))));
  }

  @Test
  void anUnknownOrMissingKeyNameIsRefused() {
    for (String kid : new String[] {"unknown", null}) {
      refused(
          signed(machine.claims().build(), header(JWSAlgorithm.RS384, kid), signer(machine.rsa())));
    }
  }

  @Test
  void aKeyNameOfAnotherKindThanTheAlgorithmIsRefused() {
    refused(
        signed(
            machine.claims().build(),
            header(JWSAlgorithm.ES384, machine.rsa().getKeyID()),
            signer(machine.ec())));
    refused(
        signed(
            machine.claims().build(),
            header(JWSAlgorithm.RS384, machine.ec().getKeyID()),
            signer(machine.rsa())));
  }

  @Test
  void anAssertionIsGoodForAtMostFiveMinutes() {
    refused(with(machine.claims().expirationTime(inSeconds(360))));
    refused(with(machine.claims().expirationTime(inSeconds(-2))));
    refused(with(machine.claims().expirationTime(null)));
    refused(with(machine.claims().notBeforeTime(inSeconds(60))));
  }

  @Test
  void theAudienceIsTheIssuerAlone() {
    refused(with(machine.claims().audience("https://elsewhere.test")));
    refused(
        with(
            machine.claims().audience(List.of(IdentitySettings.ISSUER, "https://elsewhere.test"))));
    refused(with(machine.claims().audience(List.of())));
    refused(with(machine.claims().audience(IdentitySettings.ISSUER + "/")));
  }

  @Test
  void theTokenUrlIsTheAudienceOnlyForAClientRegisteredSo() {
    Machine registeredSo = Machine.thatNamesTheTokenUrl(institution, "notification.write");

    refused(with(machine.claims().audience(TOKEN_URL)));
    asks(registeredSo.assertion(registeredSo.claims().audience(TOKEN_URL).build()))
        .then()
        .statusCode(200);
    asks(registeredSo.assertion(registeredSo.claims().build())).then().statusCode(200);
  }

  @Test
  void issuerAndSubjectAreBothTheClient() {
    Machine other = Machine.of(institution, "notification.write");

    refused(with(machine.claims().issuer(other.id().toString())));
    refused(with(machine.claims().subject(other.id().toString())));
    refused(with(machine.claims().issuer(null)));
    refused(with(machine.claims().issuer("not-an-id").subject("not-an-id")));
  }

  @Test
  void anUnknownClientIsRefused() {
    String unknown = UUID.randomUUID().toString();

    refused(with(machine.claims().issuer(unknown).subject(unknown)));
  }

  @Test
  void aDisabledClientIsRefused() {
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "update identity.client set active = false where id = ?", machine.id()));

    refused(with(machine.claims()));
  }

  @Test
  void anAssertionNeedsAnId() {
    refused(with(machine.claims().jwtID(null)));
    refused(with(machine.claims().jwtID(" ")));
    refused(with(machine.claims().jwtID("x".repeat(256))));
    refused(with(machine.claims().jwtID("nul\u0000")));
  }

  @Test
  void anIdIsGoodOnceForAClientButNotForAll() {
    String jti = UUID.randomUUID().toString();
    Machine other = Machine.of(institution, "notification.write");
    asks(with(machine.claims().jwtID(jti))).then().statusCode(200);

    refused(with(machine.claims().jwtID(jti)));
    asks(other.assertion(other.claims().jwtID(jti).build())).then().statusCode(200);
  }

  @Test
  void aLongAssertionIsReadWhole() {
    asks(with(machine.claims().claim("certificates", "x".repeat(6_000)))).then().statusCode(200);
  }

  @Test
  void whatIsNoAssertionIsRefused() {
    refused("not.an.assertion");
    refused("");
    refused("e30.e30.e30");
  }

  private String with(JWTClaimsSet.Builder claims) {
    return machine.assertion(claims.build());
  }

  private static void refused(String assertion) {
    asks(assertion)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("Bearer"))
        .body("error", equalTo("invalid_client"))
        .body("type", equalTo("urn:openhersys:problem:unauthenticated"));
  }

  private static Date inSeconds(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }
}
