package org.openhersys.tracking.access;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.TestIssuer;

/** Who is refused, at each endpoint. */
@QuarkusTest
class CaseTrackingAuthorisationTest {
  private static final RSAKey FOREIGN_KEY = TestIssuer.newKey("test-key");
  private static final Set<Role> ADMITTED =
      EnumSet.of(Role.HEALTH_CENTRE_STAFF, Role.HEALTH_CENTRE_MANAGER);

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
    LIST_CASES(true, false),
    READ_CASE_CHANGES(true, false),
    READ_CASE(true, true),
    READ_CASE_STATUS(true, true),
    CHANGE_CASE_STATUS(false, true),
    REQUEST_HANDOVER(false, true),
    LIST_HANDOVERS(false, false),
    READ_HANDOVER(false, true),
    ACCEPT_HANDOVER(false, true);

    private final boolean forSystems;
    private final boolean ofOneResource;

    Endpoint(boolean forSystems, boolean ofOneResource) {
      this.forSystems = forSystems;
      this.ofOneResource = ofOneResource;
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

  @ParameterizedTest
  @EnumSource
  void everyOtherRoleIsRefused(Endpoint endpoint) {
    List<Role> others = Arrays.stream(Role.values()).filter(r -> !ADMITTED.contains(r)).toList();

    for (Role role : others) {
      Login login = Directory.person(centre, role);
      assertEquals(403, call(endpoint, as(login)).statusCode(), role.name());
    }
  }

  @ParameterizedTest
  @EnumSource
  void systemsAreAdmittedToReadCasesAndToNothingElse(Endpoint endpoint) {
    Login reader = Directory.machine(centre, Scopes.CASE_READ);
    Login sender = Directory.machine(centre, Scopes.NOTIFICATION_WRITE, Scopes.NOTIFICATION_READ);

    assertEquals(endpoint.forSystems ? 200 : 403, call(endpoint, as(reader)).statusCode());
    assertEquals(403, call(endpoint, as(sender)).statusCode());
  }

  @ParameterizedTest
  @EnumSource
  void aStrangerFindsNothing(Endpoint endpoint) {
    Login stranger = staffOf(Directory.healthCentre());

    Response answer = call(endpoint, as(stranger));

    if (endpoint.ofOneResource) {
      answer.then().statusCode(404);
    } else {
      answer.then().statusCode(200).body("items.size()", equalTo(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSystemOfAnInstitutionFindsNothing(Endpoint endpoint) {
    Login institution = Directory.machine(Directory.institution("011002"), Scopes.CASE_READ);

    Response answer = call(endpoint, as(institution));

    if (!endpoint.forSystems) {
      answer.then().statusCode(403);
    } else if (endpoint.ofOneResource) {
      answer.then().statusCode(404);
    } else {
      answer.then().statusCode(200).body("items.size()", equalTo(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anExpiredTokenIsRefused(Endpoint endpoint) {
    Login login = staffOf(centre);
    Date anHourAgo = Date.from(Instant.now().minusSeconds(3600));
    String token =
        TestIssuer.sign(login.claims().expirationTime(anHourAgo).build(), TestIssuer.key());

    call(endpoint, bearing(token)).then().statusCode(401);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenSignedBySomebodyElseIsRefused(Endpoint endpoint) {
    Login login = staffOf(centre);
    String token = TestIssuer.sign(login.claims().build(), FOREIGN_KEY);

    call(endpoint, bearing(token)).then().statusCode(401);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenForAnotherAudienceOrIssuerIsRefused(Endpoint endpoint) {
    Login login = staffOf(centre);
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
    Login login = staffOf(centre);
    login.revoke();

    call(endpoint, as(login)).then().statusCode(401);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatClaimsAnotherOrganisationIsRefused(Endpoint endpoint) {
    Login login = staffOf(Directory.healthCentre());
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
    };
  }
}
