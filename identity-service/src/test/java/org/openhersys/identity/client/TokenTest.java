package org.openhersys.identity.client;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.identity.IdentityService.anonymous;
import static org.openhersys.identity.IdentityService.atOnce;
import static org.openhersys.identity.IdentityService.bearing;
import static org.openhersys.identity.client.Machine.asks;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.identity.IdentitySettings;

@QuarkusTest
class TokenTest {
  private final UUID institution = Directory.institution(null);
  private final Machine machine =
      Machine.of(institution, "notification.write", "notification.read");

  @Test
  void aTokenNamesClientOrganisationAndScopes() throws ParseException {
    Response answer = asks(assertion());

    answer
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("token_type", equalTo("bearer"))
        .body("expires_in", equalTo(300))
        .body("scope", equalTo("notification.read notification.write"));
    SignedJWT token = SignedJWT.parse(answer.path("access_token"));
    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertEquals("at+jwt", token.getHeader().getType().getType());
    assertEquals("RS256", token.getHeader().getAlgorithm().getName());
    assertEquals(IdentitySettings.ISSUER, claims.getIssuer());
    assertEquals(List.of("openhersys"), claims.getAudience());
    assertEquals(machine.id().toString(), claims.getSubject());
    assertEquals(institution.toString(), claims.getStringClaim("org"));
    assertEquals("MACHINE", claims.getStringClaim("kind"));
    assertEquals("notification.read notification.write", claims.getStringClaim("scope"));
    assertEquals(
        claims.getIssueTime().toInstant().plusSeconds(300), claims.getExpirationTime().toInstant());
  }

  @Test
  void theTokenIsAcceptedByTheService() {
    bearing(machine.token()).get("/api/v1/organisations").then().statusCode(200);
  }

  @Test
  void ofManyUsesOfOneAssertionOneGetsAToken() {
    String assertion = assertion();

    List<Integer> statuses =
        atOnce(50, () -> asks(assertion)).stream().map(Response::statusCode).toList();

    assertEquals(1, statuses.stream().filter(s -> s == 200).count(), statuses::toString);
    assertEquals(49, statuses.stream().filter(s -> s == 401).count(), statuses::toString);
  }

  @Test
  void aScopeOfTheClientMayBeAskedForAlone() {
    complete()
        .formParam("scope", "notification.read")
        .post("/oauth2/token")
        .then()
        .statusCode(200)
        .body("scope", equalTo("notification.read"));
  }

  @Test
  void aScopeThatIsUnknownOrNotTheClientsIsRefused() {
    for (String scope : List.of("case.read", "everything", "notification.read case.read")) {
      refused(complete().formParam("scope", scope), "invalid_scope");
    }
  }

  @Test
  void aRefusedScopeDoesNotUseTheAssertionUp() {
    String assertion = assertion();
    refused(complete(assertion).formParam("scope", "everything"), "invalid_scope");

    asks(assertion).then().statusCode(200);
  }

  @Test
  void everyParameterIsNeeded() {
    refused(anonymous().formParam("unknown", "x"), "invalid_request");
    refused(
        anonymous()
            .formParam("client_assertion_type", Machine.ASSERTION_TYPE)
            .formParam("client_assertion", assertion()),
        "invalid_request");
    refused(
        anonymous()
            .formParam("grant_type", "client_credentials")
            .formParam("client_assertion", assertion()),
        "invalid_request");
    refused(
        anonymous()
            .formParam("grant_type", "client_credentials")
            .formParam("client_assertion_type", Machine.ASSERTION_TYPE),
        "invalid_request");
  }

  @Test
  void noParameterStandsTwice() {
    refused(complete().formParam("grant_type", "client_credentials"), "invalid_request");
    refused(
        complete().formParam("client_assertion_type", Machine.ASSERTION_TYPE), "invalid_request");
    refused(complete().formParam("client_assertion", assertion()), "invalid_request");
    refused(
        complete().formParam("scope", "notification.read").formParam("scope", "case.read"),
        "invalid_request");
  }

  @Test
  void aClientIdThatIsSentIsTheAssertionsSubject() {
    complete()
        .formParam("client_id", machine.id().toString())
        .post("/oauth2/token")
        .then()
        .statusCode(200);

    for (String another : List.of(UUID.randomUUID().toString(), "mihon", "")) {
      complete()
          .formParam("client_id", another)
          .post("/oauth2/token")
          .then()
          .statusCode(401)
          .body("error", equalTo("invalid_client"));
    }
    refused(
        complete()
            .formParam("client_id", machine.id().toString())
            .formParam("client_id", machine.id().toString()),
        "invalid_request");
  }

  @Test
  void anotherGrantIsNotSupported() {
    refused(
        anonymous()
            .formParam("grant_type", "password")
            .formParam("client_assertion_type", Machine.ASSERTION_TYPE)
            .formParam("client_assertion", assertion()),
        "unsupported_grant_type");
  }

  @Test
  void anotherAssertionTypeIsRefused() {
    refused(
        anonymous()
            .formParam("grant_type", "client_credentials")
            .formParam("client_assertion_type", "urn:example:other")
            .formParam("client_assertion", assertion()),
        "invalid_request");
  }

  @Test
  void jsonIsNotAForm() {
    anonymous()
        .contentType("application/json")
        .body("{}")
        .post("/oauth2/token")
        .then()
        .statusCode(415);
  }

  private String assertion() {
    return machine.assertion(machine.claims().build());
  }

  private RequestSpecification complete() {
    return complete(assertion());
  }

  private static RequestSpecification complete(String assertion) {
    return anonymous()
        .formParam("grant_type", "client_credentials")
        .formParam("client_assertion_type", Machine.ASSERTION_TYPE)
        .formParam("client_assertion", assertion);
  }

  private static void refused(RequestSpecification request, String error) {
    request
        .post("/oauth2/token")
        .then()
        .statusCode(400)
        .body("error", equalTo(error))
        .body("type", equalTo("urn:openhersys:problem:malformed-request"));
  }
}
