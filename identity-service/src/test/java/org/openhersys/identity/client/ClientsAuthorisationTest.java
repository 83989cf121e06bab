package org.openhersys.identity.client;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.identity.IdentityService.bearing;
import static org.openhersys.identity.client.ClientRequests.CLIENTS;
import static org.openhersys.identity.client.ClientRequests.jwks;
import static org.openhersys.identity.client.ClientRequests.register;

import com.nimbusds.jose.jwk.ECKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;

/** Who registers, sees and changes whose clients. */
@QuarkusTest
class ClientsAuthorisationTest {
  private static final ECKey KEY = Machine.ecKey("mihon-ec");
  private static final String[] OF_A_CENTRE = {
    "case.read", "notification.read", "notification.write"
  };
  private static final String[] OF_AN_INSTITUTION = {"notification.write", "notification.read"};

  @Inject People people;

  private final String municipality = ClientRequests.municipality();
  private final UUID centre = Directory.healthCentre(municipality);
  private final UUID institution = Directory.institution(municipality);
  private final UUID elsewhere = Directory.institution(ClientRequests.municipality());
  private Machine ofTheInstitution;

  @BeforeEach
  void aClient() {
    ofTheInstitution = Machine.of(institution, "notification.write");
  }

  /** What is done with one client. */
  enum Endpoint {
    READ,
    CHANGE,
    ROTATE_KEYS
  }

  @Test
  void aCentresManagerRegistersForTheOwnCentreAndTheInstitutionsOfItsArea() {
    String token = people.withRole(centre, Role.HEALTH_CENTRE_MANAGER).token();

    registers(token, centre, OF_A_CENTRE);
    registers(token, institution, OF_AN_INSTITUTION);
    findsNothing(token, elsewhere);
    findsNothing(token, Directory.healthCentre());
    findsNothing(token, Directory.institution(null));
    findsNothing(token, Directory.organisation("MUNICIPALITY", "架空市", municipality));
    findsNothing(token, UUID.randomUUID());
  }

  @Test
  void anInstitutionsManagerRegistersForTheOwnInstitutionAlone() {
    String token = people.withRole(institution, Role.INSTITUTION_MANAGER).token();

    registers(token, institution, OF_AN_INSTITUTION);
    findsNothing(token, centre);
    findsNothing(token, elsewhere);
    findsNothing(token, Directory.institution(municipality));
  }

  @Test
  void theNationalAdministratorRegistersForAny() {
    UUID ministry = Directory.organisation("NATIONAL", "架空省", null);
    String token = people.withRole(ministry, Role.NATIONAL_ADMINISTRATOR).token();

    registers(token, centre, OF_A_CENTRE);
    registers(token, elsewhere, OF_AN_INSTITUTION);
    register(token, ministry, "case.read")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/scopes/0")));
    findsNothing(token, UUID.randomUUID());
  }

  @Test
  void casesAreNotForAnInstitutionsClientWhoeverRegistersIt() {
    for (Person manager :
        List.of(
            people.withRole(centre, Role.HEALTH_CENTRE_MANAGER),
            people.withRole(institution, Role.INSTITUTION_MANAGER),
            people.withRole(centre, Role.NATIONAL_ADMINISTRATOR))) {
      register(manager.token(), institution, "notification.read", "case.read")
          .then()
          .statusCode(422)
          .body("errors.pointer", equalTo(List.of("/scopes/1")));
    }
  }

  @Test
  void aManagersRoleAtAnotherKindOfOrganisationManagesNothing() {
    UUID contractor = Directory.organisation("CONTRACTOR", "架空受託者", null);

    findsNothing(people.withRole(contractor, Role.HEALTH_CENTRE_MANAGER).token(), contractor);
    findsNothing(people.withRole(centre, Role.INSTITUTION_MANAGER).token(), centre);
    findsNothing(people.withRole(institution, Role.HEALTH_CENTRE_MANAGER).token(), institution);
  }

  @Test
  void anInstitutionThatIsNoLongerActiveGetsNoClient() {
    UUID closed = Directory.institution(municipality);
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "update identity.organisation set active = false where id = ?", closed));

    findsNothing(people.withRole(centre, Role.HEALTH_CENTRE_MANAGER).token(), closed);
  }

  @ParameterizedTest
  @EnumSource
  void aManagerOfElsewhereFindsNothingAndThatIsOnRecord(Endpoint endpoint) {
    for (Person stranger :
        List.of(
            people.withRole(Directory.healthCentre(), Role.HEALTH_CENTRE_MANAGER),
            people.withRole(elsewhere, Role.INSTITUTION_MANAGER))) {
      call(endpoint, bearing(stranger.token())).then().statusCode(404);

      assertEquals(List.of(ofTheInstitution.id()), denied(stranger));
    }
  }

  @Test
  void theListShowsWhatTheCallerManages() {
    Machine ofTheCentre = Machine.of(centre, "case.read");
    Machine ofElsewhere = Machine.of(elsewhere, "notification.read");
    Map<Person, Set<UUID>> expected =
        Map.of(
            people.withRole(centre, Role.HEALTH_CENTRE_MANAGER),
            Set.of(ofTheCentre.id(), ofTheInstitution.id()),
            people.withRole(institution, Role.INSTITUTION_MANAGER),
            Set.of(ofTheInstitution.id()),
            people.withRole(elsewhere, Role.INSTITUTION_MANAGER),
            Set.of(ofElsewhere.id()),
            people.withRole(Directory.healthCentre(), Role.HEALTH_CENTRE_MANAGER),
            Set.of());

    expected.forEach(
        (person, clients) -> assertEquals(clients, listed(person.token(), ""), person.loginId()));
  }

  @Test
  void theListIsNarrowedToAnOrganisationAndHoldsNothingOfAForeignOne() {
    Machine ofElsewhere = Machine.of(elsewhere, "notification.read");
    String national =
        people.withRole(Directory.healthCentre(), Role.NATIONAL_ADMINISTRATOR).token();
    String centres = people.withRole(centre, Role.HEALTH_CENTRE_MANAGER).token();

    assertEquals(Set.of(ofElsewhere.id()), listed(national, "?organisation=" + elsewhere));
    assertEquals(Set.of(ofTheInstitution.id()), listed(centres, "?organisation=" + institution));
    assertEquals(Set.of(), listed(centres, "?organisation=" + elsewhere));
  }

  @Test
  void anInstitutionThatMovesToAnotherAreaIsTheOtherCentresToManage() {
    String former = people.withRole(centre, Role.HEALTH_CENTRE_MANAGER).token();
    UUID nextCentre = Directory.healthCentre(municipality);

    call(Endpoint.READ, bearing(former)).then().statusCode(404);
    call(Endpoint.READ, bearing(people.withRole(nextCentre, Role.HEALTH_CENTRE_MANAGER).token()))
        .then()
        .statusCode(200);
  }

  private Response call(Endpoint endpoint, RequestSpecification request) {
    String client = CLIENTS + "/" + ofTheInstitution.id();
    RequestSpecification json =
        endpoint == Endpoint.READ
            ? request
            : request.contentType("application/json").header("If-Match", "\"client-1\"");
    return switch (endpoint) {
      case READ -> json.get(client);
      case CHANGE -> json.body("{\"name\": \"見本システム二\"}").patch(client);
      case ROTATE_KEYS -> json.body("{\"jwks\": " + jwks(KEY) + "}").put(client + "/keys");
    };
  }

  private static void registers(String token, UUID organisation, String... scopes) {
    register(token, organisation, scopes).then().statusCode(201);
  }

  private static void findsNothing(String token, UUID organisation) {
    register(token, organisation, "notification.write").then().statusCode(404);
  }

  private static Set<UUID> listed(String token, String query) {
    List<String> ids =
        bearing(token).get(CLIENTS + query).then().statusCode(200).extract().path("items.id");
    return Set.copyOf(ids.stream().map(UUID::fromString).toList());
  }

  private static List<UUID> denied(Person person) {
    return HersysDatabase.owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select unnest(subjects) from audit.access_log where principal_id = ? and outcome = 'DENIED'")
                    .bind(0, person.id())
                    .mapTo(UUID.class)
                    .list());
  }
}
