package org.openhersys.identity.issuing;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.Area;
import org.openhersys.identity.Callers;
import org.openhersys.identity.Callers.Somebody;
import org.openhersys.identity.Invitations;
import org.openhersys.identity.organisation.OrganisationKind;

@QuarkusTest
class AccountAuthorisationTest {
  private static final String ACCOUNTS = "/api/v1/accounts";

  @Inject Callers callers;

  private Area area;
  private Area elsewhere;

  @BeforeEach
  void twoAreas() {
    area = Area.create();
    elsewhere = Area.create();
  }

  @Test
  void eachLevelIssuesWhatTheTableSaysAndNothingElse() {
    Map<OrganisationKind, UUID> here = organisationsOf(area);
    Map<String, Integer> wrong = new TreeMap<>();
    for (Somebody issuer : managers()) {
      for (OrganisationKind kind : here.keySet()) {
        for (Role role : Role.values()) {
          if (role == Role.LOCAL_INSTITUTE_STAFF) {
            continue;
          }
          int expected = expected(issuer.login().role(), kind, role);
          int status = Invitations.asked(issuer, here.get(kind), role).statusCode();
          if (status != expected) {
            wrong.put(issuer.login().role() + " " + kind + " " + role, status);
          }
        }
      }
    }

    assertEquals(Map.of(), wrong);
  }

  @Test
  void nobodyBelowTheMinistryIssuesInAnotherArea() {
    Map<OrganisationKind, UUID> there = organisationsOf(elsewhere);
    for (Somebody issuer : managers()) {
      if (issuer.login().role() == Role.NATIONAL_ADMINISTRATOR) {
        continue;
      }
      for (IssuingRule rule : IssuingRule.TABLE) {
        if (rule.issuer() == issuer.login().role() && rule.role() != Role.LOCAL_INSTITUTE_STAFF) {
          Invitations.asked(issuer, there.get(rule.kind()), rule.role()).then().statusCode(403);
        }
      }
    }
  }

  @Test
  void anAccountOfAnotherLevelIsNotFound() {
    Somebody ministry = callers.administrator();
    Somebody government = callers.at(area.government(), Role.LOCAL_GOVERNMENT_STAFF);
    Somebody staff = callers.at(area.centre(), Role.HEALTH_CENTRE_STAFF);

    for (Somebody other : List.of(ministry, staff)) {
      government.asks().get(ACCOUNTS + "/" + other.id()).then().statusCode(404);
    }
    ministry.asks().get(ACCOUNTS + "/" + staff.id()).then().statusCode(404);
    government.asks().get(ACCOUNTS + "/" + government.id()).then().statusCode(404);
  }

  @Test
  void aRefusalAndALookUpOfTheUnknownStandInTheAccessLogAsDenied() {
    Somebody here = callers.at(area.centre(), Role.HEALTH_CENTRE_MANAGER);
    here.asks().get(ACCOUNTS + "/" + UUID.randomUUID()).then().statusCode(404);
    Invitations.asked(here, elsewhere.centre(), Role.HEALTH_CENTRE_STAFF).then().statusCode(403);

    assertEquals(List.of("account.read DENIED", "account.issue DENIED"), outcomes(here.id()));
  }

  @Test
  void whatAnIssuerSeesIsNeverAPasswordOrASeed() {
    Somebody manager = callers.at(area.centre(), Role.HEALTH_CENTRE_MANAGER);
    String body =
        manager
            .asks()
            .queryParam("organisation", area.centre().toString())
            .get(ACCOUNTS)
            .then()
            .statusCode(200)
            .body("items.loginId", equalTo(List.of("t" + manager.id())))
            .extract()
            .asString();

    assertEquals(-1, body.indexOf("unusable"));
  }

  private List<Somebody> managers() {
    return List.of(
        callers.administrator(),
        callers.at(area.government(), Role.LOCAL_GOVERNMENT_STAFF),
        callers.at(area.centre(), Role.HEALTH_CENTRE_MANAGER),
        callers.at(area.hospital(), Role.INSTITUTION_MANAGER));
  }

  private static Map<OrganisationKind, UUID> organisationsOf(Area area) {
    Map<OrganisationKind, UUID> organisations = new EnumMap<>(OrganisationKind.class);
    organisations.put(OrganisationKind.LOCAL_GOVERNMENT, area.government());
    organisations.put(OrganisationKind.HEALTH_CENTRE, area.centre());
    organisations.put(OrganisationKind.MEDICAL_INSTITUTION, area.hospital());
    UUID contractor = Directory.organisation("CONTRACTOR", "架空委託", null);
    Area.under(area.centre(), contractor);
    organisations.put(OrganisationKind.CONTRACTOR, contractor);
    organisations.put(OrganisationKind.NATIONAL, Directory.organisation("NATIONAL", "架空省", null));
    return organisations;
  }

  private static int expected(Role issuer, OrganisationKind kind, Role role) {
    if (!IssuingRule.fits(role, kind)) {
      return 422;
    }
    return IssuingRule.TABLE.stream()
            .anyMatch(rule -> rule.issuer() == issuer && rule.kind() == kind && rule.role() == role)
        ? 201
        : 403;
  }

  private static List<String> outcomes(UUID principal) {
    return HersysDatabase.owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select operation || ' ' || outcome from audit.access_log where principal_id = ? order by sequence")
                    .bind(0, principal)
                    .mapTo(String.class)
                    .list());
  }
}
