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
  private static final Set<Role> CENTRES =
      EnumSet.of(Role.HEALTH_CENTRE_STAFF, Role.HEALTH_CENTRE_MANAGER);
  private static final Set<Role> GOVERNMENTS = EnumSet.of(Role.LOCAL_GOVERNMENT_STAFF);
  private static final Set<Role> BOTH =
      EnumSet.of(Role.HEALTH_CENTRE_STAFF, Role.HEALTH_CENTRE_MANAGER, Role.LOCAL_GOVERNMENT_STAFF);

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
    LIST_CASES(CENTRES, true, false),
    READ_CASE_CHANGES(CENTRES, true, false),
    READ_CASE(CENTRES, true, true),
    READ_CASE_STATUS(CENTRES, true, true),
    CHANGE_CASE_STATUS(CENTRES, false, true),
    LIST_RELATED_CENTRES(CENTRES, true, true),
    SET_RELATED_CENTRE(CENTRES, false, true),
    REMOVE_RELATED_CENTRE(CENTRES, false, true),
    READ_CUSTODY(CENTRES, true, true),
    REQUEST_HANDOVER(CENTRES, false, true),
    LIST_HANDOVERS(BOTH, false, false),
    READ_HANDOVER(BOTH, false, true),
    ACCEPT_HANDOVER(CENTRES, false, true),
    DECLINE_HANDOVER(CENTRES, false, true),
    CANCEL_HANDOVER(CENTRES, false, true),
    RETURN_HANDOVER(CENTRES, false, true),
    ASSIGN_HANDOVER(GOVERNMENTS, false, true);

    private final Set<Role> admitted;
    private final boolean forSystems;
    private final boolean ofOneResource;

    Endpoint(Set<Role> admitted, boolean forSystems, boolean ofOneResource) {
      this.admitted = admitted;
      this.forSystems = forSystems;
      this.ofOneResource = ofOneResource;
    }

    Login personOf(UUID organisation) {
      return Directory.person(organisation, admitted.iterator().next());
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
    List<Role> others =
        Arrays.stream(Role.values()).filter(r -> !endpoint.admitted.contains(r)).toList();

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
    Login stranger = endpoint.personOf(Directory.healthCentre());

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
