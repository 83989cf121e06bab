package org.openhersys.identity.issuing;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.identity.IdentityService.atOnce;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.Area;
import org.openhersys.identity.Callers;
import org.openhersys.identity.Callers.Somebody;
import org.openhersys.identity.IdentityService;
import org.openhersys.identity.Invitations;

@QuarkusTest
class IssuingAccountTest {
  private static final String ACCOUNTS = "/api/v1/accounts";

  @Inject Callers callers;

  private Area area;
  private Somebody manager;

  @BeforeEach
  void aCentre() {
    area = Area.create();
    manager = callers.at(area.centre(), Role.HEALTH_CENTRE_MANAGER);
  }

  @Test
  void anIssuedAccountCanBeReadUnderItsLocation() {
    Response issued = Invitations.asked(manager, area.centre(), Role.HEALTH_CENTRE_STAFF);
    issued.then().statusCode(201).body("activation.code", notNullValue());

    manager
        .asks()
        .get(issued.header("Location"))
        .then()
        .statusCode(200)
        .header("ETag", equalTo(issued.header("ETag")))
        .body("state", equalTo("INVITED"))
        .body("id", equalTo(issued.jsonPath().getString("account.id")))
        .body("activatedAt", nullValue());
  }

  @Test
  void aRepetitionAnswersWithTheAccountAndWithoutTheCode() {
    String body =
        Invitations.request(area.centre(), Invitations.loginId(), Role.HEALTH_CENTRE_STAFF);
    String key = "key-" + UUID.randomUUID();
    JsonPath first = posted(body, key).then().statusCode(201).extract().jsonPath();

    posted(body, key)
        .then()
        .statusCode(201)
        .body("account.id", equalTo(first.getString("account.id")))
        .body("activation", nullValue());

    posted(body.replace("花子", "太郎"), key).then().statusCode(422);
  }

  @Test
  void aTakenLoginIdIsRefusedAtItsPlace() {
    String body =
        Invitations.request(area.centre(), Invitations.loginId(), Role.HEALTH_CENTRE_STAFF);
    manager.sends(body).post(ACCOUNTS).then().statusCode(201);

    manager
        .sends(body)
        .post(ACCOUNTS)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/loginId"))
        .body("errors[0].code", equalTo("LOGIN_ID_TAKEN"));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    manager
        .sends("{\"loginId\": \"架空\", \"displayName\": \"\\n\", \"role\": \"KING\"}")
        .post(ACCOUNTS)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            containsInAnyOrder("/organisationId", "/loginId", "/displayName", "/role"));
  }

  @Test
  void anUnknownOrganisationIsToldAtItsPlace() {
    Invitations.asked(manager, UUID.randomUUID(), Role.HEALTH_CENTRE_STAFF)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("ORGANISATION_UNKNOWN"));
  }

  @Test
  void anAccountOfTheInstituteIsChargedToACentreOfTheSameGovernment() {
    Somebody government = callers.at(area.government(), Role.LOCAL_GOVERNMENT_STAFF);
    UUID foreign = Area.create().centre();

    charged(government, null)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/chargedTo"));
    charged(government, foreign)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("NOT_A_CENTRE_OF_THE_GOVERNMENT"));
    charged(government, area.centre())
        .then()
        .statusCode(201)
        .body("account.chargedTo", equalTo(area.centre().toString()));

    assertEquals(2, used());
  }

  @Test
  void onlyAnInstitutesAccountIsCharged() {
    manager
        .sends(
            Invitations.request(area.centre(), Invitations.loginId(), Role.HEALTH_CENTRE_STAFF)
                .replace("}", ", \"chargedTo\": \"" + area.centre() + "\"}"))
        .post(ACCOUNTS)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("ONLY_FOR_LOCAL_INSTITUTES"));
  }

  @Test
  void aFullQuotaIsRefusedWithTheWayToTheMinistry() {
    setQuota(1);

    Invitations.asked(manager, area.centre(), Role.HEALTH_CENTRE_STAFF)
        .then()
        .statusCode(409)
        .body("errors[0].code", equalTo("QUOTA_EXHAUSTED"))
        .body("errors[0].message", containsString("厚生労働省"));
    charged(callers.at(area.government(), Role.LOCAL_GOVERNMENT_STAFF), area.centre())
        .then()
        .statusCode(409);
  }

  @Test
  void institutionsComeOutOfNoQuota() {
    setQuota(0);

    Invitations.asked(manager, area.hospital(), Role.INSTITUTION_MANAGER).then().statusCode(201);
  }

  @Test
  void ofManyAtOnceTheQuotaAdmitsAsManyAsAreLeft() {
    setQuota(4);

    List<Response> answers =
        atOnce(8, () -> Invitations.asked(manager, area.centre(), Role.HEALTH_CENTRE_STAFF));

    List<Integer> statuses = answers.stream().map(Response::statusCode).sorted().toList();
    assertEquals(List.of(201, 201, 201, 409, 409, 409, 409, 409), statuses);
    assertEquals(4, used());
  }

  @Test
  void theListHoldsWhoMayBeManagedPageByPage() {
    List<String> expected = new ArrayList<>(List.of("t" + manager.id()));
    for (int i = 0; i < 4; i++) {
      expected.add(
          Invitations.issued(manager, i % 2 == 0 ? area.centre() : area.hospital(), Role.PHYSICIAN)
              .getString("account.loginId"));
    }

    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      var request = manager.asks().queryParam("limit", 2);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      JsonPath page = request.get(ACCOUNTS).then().statusCode(200).extract().jsonPath();
      seen.addAll(page.getList("items.loginId"));
      cursor = page.getString("next");
    } while (cursor != null);

    assertEquals(expected.stream().sorted().toList(), seen);
  }

  @Test
  void theListOfOneOrganisationHoldsNoOther() {
    Invitations.issued(manager, area.centre(), Role.HEALTH_CENTRE_STAFF);
    Invitations.issued(manager, area.hospital(), Role.CLERK);

    manager
        .asks()
        .queryParam("organisation", area.hospital().toString())
        .get(ACCOUNTS)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].role", equalTo("CLERK"));
    manager.asks().queryParam("organisation", "x").get(ACCOUNTS).then().statusCode(422);
  }

  @Test
  void issuingAndReadingStandInTheAccessLog() {
    JsonPath issued = Invitations.issued(manager, area.centre(), Role.HEALTH_CENTRE_STAFF);
    manager.asks().get(ACCOUNTS).then().statusCode(200);
    manager.asks().get(ACCOUNTS + "/" + issued.getString("account.id")).then().statusCode(200);

    assertEquals(
        List.of("account.issue", "account.list", "account.read"),
        IdentityService.logged(manager.id()));
  }

  private Response posted(String body, String key) {
    return manager.sends(body).header("Idempotency-Key", key).post(ACCOUNTS);
  }

  private Response charged(Somebody government, UUID centre) {
    String body =
        Invitations.request(area.institute(), Invitations.loginId(), Role.LOCAL_INSTITUTE_STAFF);
    return government
        .sends(centre == null ? body : body.replace("}", ", \"chargedTo\": \"" + centre + "\"}"))
        .post(ACCOUNTS);
  }

  private void setQuota(int total) {
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into identity.account_quota (health_centre_id, total) values (?, ?)",
                    area.centre(),
                    total));
  }

  private int used() {
    return manager
        .asks()
        .get("/api/v1/organisations/" + area.centre() + "/quota")
        .then()
        .statusCode(200)
        .extract()
        .path("used");
  }
}
