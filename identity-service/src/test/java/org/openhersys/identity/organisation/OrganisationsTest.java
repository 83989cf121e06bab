package org.openhersys.identity.organisation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.identity.IdentityService.bearing;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.People;
import org.openhersys.identity.client.Machine;

@QuarkusTest
class OrganisationsTest {
  private static final String ORGANISATIONS = "/api/v1/organisations";

  @Inject People people;

  private String token;

  @BeforeEach
  void logIn() {
    token = people.staff().token();
  }

  @Test
  void pagesAreCompleteAndInOrderWithoutDoubles() {
    for (int i = 0; i < 7; i++) {
      Directory.organisation("CONTRACTOR", "架空委託", null);
    }

    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page = page("CONTRACTOR", 3, cursor);
      seen.addAll(page.getList("items.code"));
      cursor = page.getString("next");
    } while (cursor != null);

    assertEquals(codesOf("CONTRACTOR"), seen);
    assertEquals(seen.size(), new HashSet<>(seen).size());
  }

  @Test
  void aFullLastPageHasNoNext() {
    Directory.organisation("SUPPORT", "架空窓口", null);
    int all = codesOf("SUPPORT").size();

    bearing(token)
        .queryParam("kind", "SUPPORT")
        .queryParam("limit", all)
        .get(ORGANISATIONS)
        .then()
        .statusCode(200)
        .body("items", hasSize(all))
        .body("next", nullValue())
        .header("Link", nullValue());
  }

  @Test
  void theNextPageIsLinked() {
    Directory.healthCentre();
    Directory.healthCentre();

    bearing(token)
        .queryParam("kind", "HEALTH_CENTRE")
        .queryParam("limit", 1)
        .get(ORGANISATIONS)
        .then()
        .statusCode(200)
        .header("Link", startsWith("</api/v1/organisations?"))
        .header("Link", endsWith("rel=\"next\""))
        .header("Link", containsString("kind=HEALTH_CENTRE"));
  }

  @Test
  void aMunicipalityFindsItsHealthCentre() {
    UUID centre = Directory.healthCentre("990019");

    bearing(token)
        .queryParam("municipality", "990019")
        .get(ORGANISATIONS)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(centre.toString()))
        .body("items[0].kind", equalTo("HEALTH_CENTRE"));
  }

  @Test
  void aMunicipalityOfNoHealthCentreFindsNone() {
    bearing(token)
        .queryParam("municipality", "990027")
        .get(ORGANISATIONS)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void aCodeFindsItsOrganisationAndNoOther() {
    UUID institution = Directory.institution("990035");
    String code =
        bearing(token).get(ORGANISATIONS + "/" + institution).then().extract().path("code");

    bearing(token)
        .queryParam("code", code)
        .queryParam("kind", "MEDICAL_INSTITUTION")
        .get(ORGANISATIONS)
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(institution.toString())))
        .body("next", nullValue());
    for (String other : List.of(code.substring(1), code + "0", "%", code + " ")) {
      bearing(token)
          .queryParam("code", other)
          .get(ORGANISATIONS)
          .then()
          .statusCode(200)
          .body("items", hasSize(0));
    }
    bearing(token)
        .queryParam("code", code)
        .queryParam("kind", "HEALTH_CENTRE")
        .get(ORGANISATIONS)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void limitsOutsideOfOneToFiveHundredAreRefused() {
    for (String limit : List.of("0", "501", "abc", "-1", "99999999999")) {
      bearing(token).queryParam("limit", limit).get(ORGANISATIONS).then().statusCode(422);
    }
    for (String limit : List.of("1", "500")) {
      bearing(token).queryParam("limit", limit).get(ORGANISATIONS).then().statusCode(200);
    }
  }

  @Test
  void everythingUnreadableInTheQueryIsToldAtOnce() {
    bearing(token)
        .queryParam("kind", "HOSPITAL")
        .queryParam("code", "0".repeat(41))
        .queryParam("municipality", "123")
        .get(ORGANISATIONS)
        .then()
        .statusCode(422)
        .body(
            "errors.code",
            equalTo(List.of("KIND_UNKNOWN", "CODE_UNREADABLE", "MUNICIPALITY_UNREADABLE")));
    bearing(token).queryParam("code", "\0").get(ORGANISATIONS).then().statusCode(422);
  }

  @Test
  void anEditedCursorIsRefused() {
    String cursor = cursorOfHealthCentres();
    char middle = cursor.charAt(cursor.length() / 2);
    String edited =
        cursor.substring(0, cursor.length() / 2)
            + (middle == 'A' ? 'B' : 'A')
            + cursor.substring(cursor.length() / 2 + 1);

    for (String wrong : List.of(edited, "x", cursor + "A")) {
      bearing(token)
          .queryParam("kind", "HEALTH_CENTRE")
          .queryParam("cursor", wrong)
          .get(ORGANISATIONS)
          .then()
          .statusCode(400)
          .body("errors[0].code", equalTo("CURSOR_INVALID"));
    }
  }

  @Test
  void aCursorIsGoodForItsFilterAndItsOrganisationOnly() {
    String cursor = cursorOfHealthCentres();

    bearing(token).queryParam("cursor", cursor).get(ORGANISATIONS).then().statusCode(400);
    bearing(people.staff().token())
        .queryParam("kind", "HEALTH_CENTRE")
        .queryParam("cursor", cursor)
        .get(ORGANISATIONS)
        .then()
        .statusCode(400);
  }

  @Test
  void oneIsReadById() {
    UUID institution = Directory.institution("011002");

    bearing(token)
        .get(ORGANISATIONS + "/" + institution)
        .then()
        .statusCode(200)
        .body("id", equalTo(institution.toString()))
        .body("kind", equalTo("MEDICAL_INSTITUTION"))
        .body("municipalityCode", equalTo("011002"));
  }

  @Test
  void whatIsUnknownOrClosedIsNotFound() {
    UUID closed = Directory.institution(null);
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "update identity.organisation set active = false where id = ?", closed));

    for (String id : List.of(UUID.randomUUID().toString(), "not-an-id", closed.toString())) {
      bearing(token).get(ORGANISATIONS + "/" + id).then().statusCode(404);
    }
  }

  @Test
  void aMachineMayReadTheDirectoryToo() {
    String machine = Machine.of(Directory.institution(null), "notification.write").token();

    bearing(machine).queryParam("limit", 1).get(ORGANISATIONS).then().statusCode(200);
  }

  private String cursorOfHealthCentres() {
    Directory.healthCentre();
    Directory.healthCentre();
    return page("HEALTH_CENTRE", 1, null).getString("next");
  }

  private JsonPath page(String kind, int limit, String cursor) {
    var request = bearing(token).queryParam("kind", kind).queryParam("limit", limit);
    if (cursor != null) {
      request.queryParam("cursor", cursor);
    }
    return request.get(ORGANISATIONS).then().statusCode(200).extract().jsonPath();
  }

  private static List<String> codesOf(String kind) {
    return HersysDatabase.owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select code from identity.organisation where kind = ? and active order by code")
                    .bind(0, kind)
                    .mapTo(String.class)
                    .list());
  }
}
