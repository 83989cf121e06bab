package org.openhersys.tracking.access;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.openhersys.tracking.CaseTracking.anonymous;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;

import com.nimbusds.jose.jwk.RSAKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.TestIssuer;

/** Tokens that are refused, at each endpoint. */
@QuarkusTest
class CaseTrackingAuthorisationTest {
  private static final RSAKey FOREIGN_KEY = TestIssuer.newKey("test-key");

  // One for all: nobody who is refused changes it.
  private static UUID centre;
  private static UUID caseId;
  private static UUID handover;

  @BeforeEach
  void aCaseWithARequestedHandover() {
    if (handover != null) {
      return;
    }
    centre = Directory.healthCentre();
    caseId = caseAt(centre);
    handover = requested(caseId, staffOf(centre), Directory.healthCentre());
  }

  /** Every operation of the contract. */
  enum Endpoint {
    LIST_CASES,
    READ_CASE_CHANGES,
    READ_CASE,
    READ_CASE_STATUS,
    CHANGE_CASE_STATUS,
    LIST_RELATED_CENTRES,
    SET_RELATED_CENTRE,
    REMOVE_RELATED_CENTRE,
    READ_CUSTODY,
    REQUEST_HANDOVER,
    LIST_HANDOVERS,
    READ_HANDOVER,
    ACCEPT_HANDOVER,
    DECLINE_HANDOVER,
    CANCEL_HANDOVER,
    RETURN_HANDOVER,
    ASSIGN_HANDOVER;

    Login personOf(UUID organisation) {
      return Directory.person(
          organisation,
          this == ASSIGN_HANDOVER ? Role.LOCAL_GOVERNMENT_STAFF : Role.HEALTH_CENTRE_STAFF);
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutATokenItIsRefused(Endpoint endpoint) {
    call(endpoint, anonymous())
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("Bearer"))
        .body("type", equalTo("urn:openhersys:problem:unauthenticated"));
  }

  @Test
  void whileTheIssuerCannotServeATokenThatCannotBeVerifiedIsToComeAgain() {
    RSAKey unknown = TestIssuer.newKey("another-key");
    String token = TestIssuer.sign(staffOf(centre).claims().build(), unknown);

    TestIssuer.whileKeysAreRefused(
        () ->
            call(Endpoint.LIST_CASES, bearing(token))
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue()));
    call(Endpoint.LIST_CASES, bearing(token)).then().statusCode(401);
  }

  @ParameterizedTest
  @EnumSource
  void anExpiredTokenIsRefused(Endpoint endpoint) {
    Login login = endpoint.personOf(centre);
    Date anHourAgo = Date.from(Instant.now().minusSeconds(3600));
    String token =
        TestIssuer.sign(login.claims().expirationTime(anHourAgo).build(), TestIssuer.key());

    call(endpoint, bearing(token)).then().statusCode(401);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenSignedBySomebodyElseIsRefused(Endpoint endpoint) {
    Login login = endpoint.personOf(centre);
    String token = TestIssuer.sign(login.claims().build(), FOREIGN_KEY);

    call(endpoint, bearing(token)).then().statusCode(401);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenForAnotherAudienceOrIssuerIsRefused(Endpoint endpoint) {
    Login login = endpoint.personOf(centre);
    String elsewhere =
        TestIssuer.sign(login.claims().audience("elsewhere").build(), TestIssuer.key());
    String other =
        TestIssuer.sign(login.claims().issuer("https://other.test").build(), TestIssuer.key());

    call(endpoint, bearing(elsewhere)).then().statusCode(401);
    call(endpoint, bearing(other)).then().statusCode(401);
  }

  @ParameterizedTest
  @EnumSource
  void aRevokedSessionIsRefusedAtTheNextRequest(Endpoint endpoint) {
    Login login = endpoint.personOf(centre);
    login.revoke();

    call(endpoint, as(login)).then().statusCode(401);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatClaimsAnotherOrganisationIsRefused(Endpoint endpoint) {
    Login login = endpoint.personOf(Directory.healthCentre());
    String token =
        TestIssuer.sign(login.claims().claim("org", centre.toString()).build(), TestIssuer.key());

    call(endpoint, bearing(token)).then().statusCode(401);
  }

  private static RequestSpecification bearing(String token) {
    return anonymous().header("Authorization", "Bearer " + token);
  }

  private Response call(Endpoint endpoint, RequestSpecification request) {
    return switch (endpoint) {
      case LIST_CASES -> request.get("/api/v1/cases");
      case READ_CASE_CHANGES -> request.get("/api/v1/cases/changes");
      case READ_CASE -> request.get("/api/v1/cases/" + caseId);
      case READ_CASE_STATUS -> request.get("/api/v1/cases/" + caseId + "/status");
      case CHANGE_CASE_STATUS ->
          request
              .header("If-Match", "\"status-1\"")
              .contentType("application/json")
              .body("{\"status\": \"HOSPITALISED\"}")
              .put("/api/v1/cases/" + caseId + "/status");
      case REQUEST_HANDOVER ->
          request
              .contentType("application/json")
              .body(
                  """
                  {"caseId": "%s", "toOrganisationId": "%s", "reason": "架空"}
                  """
                      .formatted(caseId, Directory.healthCentre()))
              .post("/api/v1/handovers");
      case LIST_HANDOVERS -> request.get("/api/v1/handovers");
      case READ_HANDOVER -> request.get("/api/v1/handovers/" + handover);
      case ACCEPT_HANDOVER ->
          request
              .header("If-Match", "\"handover-1\"")
              .post("/api/v1/handovers/" + handover + "/acceptance");
      case DECLINE_HANDOVER -> turn(request, "declination", "{\"reason\": \"架空\"}");
      case CANCEL_HANDOVER -> turn(request, "cancellation", "{}");
      case RETURN_HANDOVER -> turn(request, "return", "{\"reason\": \"架空\"}");
      case ASSIGN_HANDOVER ->
          turn(
              request,
              "assignment",
              "{\"toOrganisationId\": \"%s\", \"reason\": \"架空\"}"
                  .formatted(Directory.healthCentre()));
      case LIST_RELATED_CENTRES -> request.get("/api/v1/cases/" + caseId + "/related-centres");
      case SET_RELATED_CENTRE ->
          request
              .header("If-Match", "\"related-0\"")
              .contentType("application/json")
              .body("{\"right\": \"READ\"}")
              .put("/api/v1/cases/" + caseId + "/related-centres/" + Directory.healthCentre());
      case REMOVE_RELATED_CENTRE ->
          request
              .header("If-Match", "\"related-0\"")
              .delete("/api/v1/cases/" + caseId + "/related-centres/" + Directory.healthCentre());
      case READ_CUSTODY -> request.get("/api/v1/cases/" + caseId + "/custody");
    };
  }

  private static Response turn(RequestSpecification request, String act, String body) {
    return request
        .header("If-Match", "\"handover-1\"")
        .contentType("application/json")
        .body(body)
        .post("/api/v1/handovers/" + handover + "/" + act);
  }
}
