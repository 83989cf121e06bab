package org.openhersys.notification.submission;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Contract;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.TestIssuer;

/** Tokens that are refused, and what a stranger is told. */
@QuarkusTest
class NotificationsAuthorisationTest {
  private final Notifying notifying = new Notifying();

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {
        "PHYSICIAN",
        "CLERK",
        "INSTITUTION_MANAGER",
        "HEALTH_CENTRE_STAFF",
        "HEALTH_CENTRE_MANAGER"
      })
  void aStrangerOfTheRightRoleIsToldTheSameAsOfNothing(Role role) {
    UUID id = notifying.submitted();
    Login stranger = Directory.person(Directory.institution("131016"), role);

    Response foreign = Notifying.read(stranger, id);
    Response nothing = Notifying.read(stranger, UUID.randomUUID());

    assertEquals(404, foreign.statusCode());
    assertEquals(withoutTrace(nothing), withoutTrace(foreign));
    assertEquals(404, Notifying.read(stranger, "no-id").statusCode());
  }

  @Test
  void withoutTokenNothingIsDone() {
    given()
        .filter(Contract.filter("notification"))
        .contentType("application/json")
        .header("Idempotency-Key", newKey())
        .body(json(confirmed()))
        .post(Notifying.PATH)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("type", equalTo("urn:openhersys:problem:unauthenticated"));
    given()
        .filter(Contract.filter("notification"))
        .get(Notifying.PATH + "/" + UUID.randomUUID())
        .then()
        .statusCode(401);
  }

  @Test
  void aTokenThatIsNotOursOrOverIsRefused() throws JOSEException {
    Instant past = Instant.now().minus(Duration.ofHours(1));
    SignedJWT symmetric =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test-key").build(), claims().build());
    symmetric.sign(
        new MACSigner(
            TestIssuer.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));

    List<String> refused =
        List.of(
            TestIssuer.sign(claims().expirationTime(Date.from(past)).build(), TestIssuer.key()),
            TestIssuer.sign(claims().issuer("https://elsewhere.test").build(), TestIssuer.key()),
            TestIssuer.sign(claims().audience("another-service").build(), TestIssuer.key()),
            TestIssuer.sign(claims().build(), TestIssuer.newKey("test-key")),
            TestIssuer.sign(claims().build(), TestIssuer.newKey("other-key")),
            new PlainJWT(claims().build()).serialize(),
            symmetric.serialize(),
            "not.a.token",
            "x");

    refused.forEach(token -> assertEquals(401, submitWith(token).statusCode(), token));
    assertEquals(0, notifying.notificationsOfInstitution());
  }

  @Test
  void aTokenWithClaimsThatItsSessionDoesNotHaveIsRefused() {
    Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);
    Login clerk = Directory.person(notifying.institution, Role.CLERK);
    String otherOrganisation =
        TestIssuer.sign(
            physician.claims().claim("org", notifying.centre.toString()).build(), TestIssuer.key());
    String otherRole =
        TestIssuer.sign(
            clerk.claims().claim("groups", List.of("PHYSICIAN")).build(), TestIssuer.key());

    assertEquals(401, submitWith(otherOrganisation).statusCode());
    assertEquals(401, submitWith(otherRole).statusCode());
  }

  @Test
  void aRevokedSessionIsRefusedAtItsNextRequest() {
    Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);
    UUID id = notifying.submitted();
    assertEquals(200, Notifying.read(physician, id).statusCode());

    physician.revoke();

    assertEquals(401, Notifying.read(physician, id).statusCode());
    assertEquals(401, submit(physician, newKey(), json(confirmed())).statusCode());
  }

  private JWTClaimsSet.Builder claims() {
    return notifying.ehr.claims();
  }

  private static Response submitWith(String token) {
    return given()
        .filter(Contract.filter("notification"))
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .header("Idempotency-Key", newKey())
        .body(json(confirmed()))
        .post(Notifying.PATH);
  }

  private static String withoutTrace(Response answer) {
    return answer.asString().replaceAll("\"traceId\":\"[^\"]*\"", "");
  }
}
