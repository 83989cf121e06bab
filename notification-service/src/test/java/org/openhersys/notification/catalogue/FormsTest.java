package org.openhersys.notification.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Contract;
import org.openhersys.notification.check.LogicCheck;
import org.openhersys.notification.check.LogicChecks;
import org.openhersys.notification.submission.Notifying;

/** What everybody may read who wants to show the same form. */
@QuarkusTest
class FormsTest {
  @Test
  void aFrontendLearnsWhatAnItemIsAndWhichVersionWantsIt() {
    String occupation = "items.find { it.pointer == '/patient/occupation' }.";
    anonymous()
        .get("/api/v1/forms")
        .then()
        .statusCode(200)
        .body("current", equalTo(FormVersions.inForceOn(Notifying.today()).label()))
        .body(occupation + "number", equalTo("6"))
        .body(occupation + "japanese", equalTo("当該者職業"))
        .body(occupation + "kind", equalTo("TEXT"))
        .body(occupation + "most", equalTo(200))
        .body(
            occupation + "demands.demand",
            equalTo(List.of("ASKS", "ASKS", "ABSENT", "ABSENT", "ABSENT", "ASKS")))
        .body("items.find { it.pointer == '/tests' }.kind", equalTo("LIST"))
        .body("items.find { it.pointer == '/symptoms/present' }.kind", equalTo("CODES"))
        .body("items.find { it.pointer == '/symptoms/present' }.codeList", equalTo("Symptom"))
        .body("versions.find { it.label == '2022-06-30' }.until", equalTo("2022-08-03"));
  }

  @Test
  void theCodesOfAListHaveTheirNames() {
    anonymous()
        .get("/api/v1/forms")
        .then()
        .body(
            "codeLists.find { it.name == 'Specimen' }.codes.japanese", hasItems("喀痰", "唾液", "その他"))
        .body("codeLists.find { it.name == 'TestResult' }.codes.code[0]", equalTo("POSITIVE"));
  }

  @Test
  void aMethodNamesItsSpecimens() {
    anonymous()
        .get("/api/v1/forms")
        .then()
        .body(
            "codeLists.find { it.name == 'TestMethod' }.codes.find { it.code == 'ANTIGEN_QUALITATIVE' }.specimens",
            equalTo(List.of("NASAL_SWAB", "NASOPHARYNGEAL_SWAB")));
  }

  @Test
  void whoHasTheFormsInHandIsTold304() {
    String tag = anonymous().get("/api/v1/forms").header("ETag");

    anonymous().header("If-None-Match", tag).get("/api/v1/forms").then().statusCode(304);
  }

  @Test
  void whoHasTheChecksInHandIsTold304() {
    String tag = anonymous().get("/api/v1/checks").header("ETag");

    assertTrue(tag.startsWith("\""));
    anonymous().header("If-None-Match", tag).get("/api/v1/checks").then().statusCode(304);
    anonymous().header("If-None-Match", "\"another\"").get("/api/v1/checks").then().statusCode(200);
  }

  @Test
  void theChecksAreThoseThatAreDone() {
    List<String> told =
        anonymous().get("/api/v1/checks").then().statusCode(200).extract().path("items.code");

    assertEquals(LogicChecks.ALL.stream().map(LogicCheck::code).toList(), told);
  }

  private static RequestSpecification anonymous() {
    return given().filter(Contract.filter("notification"));
  }
}
