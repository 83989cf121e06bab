package org.openhersys.identity.directory;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.identity.Area;
import org.openhersys.identity.Callers;
import org.openhersys.identity.Callers.Somebody;

@QuarkusTest
class ImportAuthorisationTest {
  private static final String HEADER =
      "code,kind,name,nameKana,parentCode,municipalityCode,jurisdiction,mailAddress\n";

  @Inject Callers callers;

  private Area area;
  private Area elsewhere;

  @BeforeEach
  void twoAreas() {
    area = Area.create();
    elsewhere = Area.create();
  }

  @Test
  void aCentreAndItsLocalGovernmentImportInstitutionsOfTheirArea() {
    int i = 0;
    for (Somebody somebody : ofTheArea()) {
      imported(somebody.asks(), institution("9%s00%d".formatted(area.municipality(), i++), area))
          .then()
          .statusCode(200)
          .body("created", equalTo(1));
    }
  }

  @Test
  void anInstitutionOutsideOfTheAreaIsRefusedAtItsRow() {
    for (Somebody somebody : ofTheArea()) {
      imported(
              somebody.asks(), institution("9%s000".formatted(elsewhere.municipality()), elsewhere))
          .then()
          .statusCode(422)
          .body("errors[0].pointer", equalTo("/rows/2/municipalityCode"))
          .body("errors[0].code", equalTo("NOT_IN_AREA"));
    }
  }

  @Test
  void nobodyTakesAnInstitutionOutOfAnotherArea() {
    String code = Area.codeOf(elsewhere.hospital());
    for (Somebody somebody : ofTheArea()) {
      imported(somebody.asks(), institution(code, area))
          .then()
          .statusCode(422)
          .body("errors.code", equalTo(List.of("NOT_IN_AREA")));
    }
  }

  @Test
  void nobodyTurnsAwayTheMailOfAnInstitutionThatStands() {
    String code = "9%s777".formatted(area.municipality());
    Somebody manager = callers.at(area.centre(), Role.HEALTH_CENTRE_MANAGER);
    imported(manager.asks(), institution(code, area, "own@mihon.invalid")).then().statusCode(200);

    imported(manager.asks(), institution(code, area, "else@mihon.invalid"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/rows/2/mailAddress"))
        .body("errors[0].code", equalTo("MAIL_ADDRESS_OF_ANOTHER"));
    imported(manager.asks(), institution(code, area, "own@mihon.invalid")).then().statusCode(200);
  }

  @Test
  void onlyTheMinistryImportsAnythingElse() {
    String centre =
        HEADER
            + "HC-X,HEALTH_CENTRE,架空保健所,,%s,%s,,\n"
                .formatted(Area.codeOf(area.government()), area.municipality());
    for (Somebody somebody : ofTheArea()) {
      imported(somebody.asks(), centre)
          .then()
          .statusCode(422)
          .body("errors[0].code", equalTo("KIND_NOT_ALLOWED"));
    }
    imported(callers.administrator().asks().queryParam("dryRun", true), centre)
        .then()
        .statusCode(200);
  }

  private List<Somebody> ofTheArea() {
    return List.of(
        callers.at(area.government(), Role.LOCAL_GOVERNMENT_STAFF),
        callers.at(area.centre(), Role.HEALTH_CENTRE_MANAGER));
  }

  private static String institution(String code, Area area) {
    return institution(code, area, "");
  }

  private static String institution(String code, Area area, String mailAddress) {
    return HEADER
        + "%s,MEDICAL_INSTITUTION,架空病院,,,%s,,%s\n"
            .formatted(code, area.municipality(), mailAddress);
  }

  private static Response imported(RequestSpecification request, String file) {
    return request
        .contentType("text/csv; charset=UTF-8")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organisations/import");
  }
}
