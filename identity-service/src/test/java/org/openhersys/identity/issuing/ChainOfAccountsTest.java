package org.openhersys.identity.issuing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.identity.Area;
import org.openhersys.identity.Callers;
import org.openhersys.identity.IdentityService;
import org.openhersys.identity.IdentitySettings;
import org.openhersys.identity.Invitations;
import org.openhersys.identity.SettableClock;

@QuarkusTest
class ChainOfAccountsTest {
  @Inject Callers callers;
  @Inject SettableClock clock;

  @BeforeEach
  void stopTime() {
    clock.stop();
  }

  @AfterEach
  void letTimeRun() {
    clock.run();
  }

  @Test
  void fromTheMinistryToAPhysicianEachLevelIssuesTheNextAndEverybodyLogsIn() {
    String ministry = callers.administrator().token();
    String municipality = Area.newMunicipality();
    String file =
        """
        code,kind,name,nameKana,parentCode,municipalityCode,jurisdiction,mailAddress
        9%1$s000,MEDICAL_INSTITUTION,架空第一病院,カクウダイイチビョウイン,,%1$s,,
        HC-%1$s,HEALTH_CENTRE,架空保健所,カクウホケンジョ,LG-%1$s,%1$s,%1$s,hokenjo@kakuu.example
        LG-%1$s,LOCAL_GOVERNMENT,架空市,カクウシ,,%1$s,,
        """
            .formatted(municipality);
    IdentityService.bearing(ministry)
        .contentType("text/csv; charset=UTF-8")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organisations/import")
        .then()
        .statusCode(200)
        .body("created", equalTo(3));

    String government =
        next(ministry, "LG-" + municipality, "LOCAL_GOVERNMENT", Role.LOCAL_GOVERNMENT_STAFF);
    String centre =
        next(government, "HC-" + municipality, "HEALTH_CENTRE", Role.HEALTH_CENTRE_MANAGER);
    String institution =
        next(centre, "9" + municipality + "000", "MEDICAL_INSTITUTION", Role.INSTITUTION_MANAGER);
    String physician =
        next(institution, "9" + municipality + "000", "MEDICAL_INSTITUTION", Role.PHYSICIAN);

    IdentityService.bearing(physician)
        .get("/api/v1/sessions/current")
        .then()
        .statusCode(200)
        .body("role", equalTo("PHYSICIAN"))
        .body("organisation.code", equalTo("9" + municipality + "000"));
  }

  private String next(String issuer, String code, String kind, Role role) {
    String organisation = organisation(issuer, kind, code);
    String loginId = Invitations.loginId();
    JsonPath issued =
        IdentityService.bearing(issuer)
            .contentType("application/json")
            .body(
                "{\"organisationId\": \"%s\", \"loginId\": \"%s\", \"displayName\": \"△△課1\", \"role\": \"%s\"}"
                    .formatted(organisation, loginId, role))
            .post("/api/v1/accounts")
            .then()
            .statusCode(201)
            .body("account.state", equalTo("INVITED"))
            .body("activation.url", startsWith(IdentitySettings.ISSUER + "/activation#"))
            .body("activation.url", not(containsString(loginId)))
            .extract()
            .jsonPath();
    return Invitations.token(issued.getString("activation.code"), clock);
  }

  private static String organisation(String token, String kind, String code) {
    String cursor = null;
    do {
      var request =
          IdentityService.bearing(token).queryParam("kind", kind).queryParam("limit", 500);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      JsonPath page = request.get("/api/v1/organisations").then().extract().jsonPath();
      String id = page.getString("items.find { it.code == '" + code + "' }?.id");
      if (id != null) {
        return id;
      }
      cursor = page.getString("next");
    } while (cursor != null);
    throw new AssertionError("no organisation " + code);
  }
}
