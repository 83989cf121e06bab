package org.openhersys.notification.submission;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MalformedSubmissionTest {
  @TestHTTPResource(Notifying.PATH)
  URI notifications;

  private final Notifying notifying = new Notifying();

  @AfterEach
  void nothingWasStored() {
    assertEquals(0, notifying.notificationsOfInstitution());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"text\"",
        "{\"diagnosisCategory\": \"CONFIRMED\"} trailing",
        "{\"patient\": \"架空 太郎\"}",
        "{\"patient\": {\"name\": 1}}",
        "{\"tests\": {}}",
        "{\"admission\": {\"hospitalised\": \"yes\"}}",
        "{\"patient\": {\"ageAtDiagnosis\": {\"years\": 1.5}}}",
        "{\"reportDate\": 20261123}",
        "{\"reportDate\": [2026, 11, 23]}"
      })
  void whatCannotBeParsedIsMalformed(String body) {
    submit(notifying.ehr, newKey(), body)
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:openhersys:problem:malformed-request"));
  }

  @Test
  void anUnknownFieldIsRefusedInItsPlace() {
    submit(notifying.ehr, newKey(), "{\"patient\": {\"nickname\": \"タロ\"}}")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/patient/nickname"));
  }

  @Test
  void theDayOfSubmissionCannotBeSent() {
    submit(notifying.ehr, newKey(), "{\"submittedOn\": \"2026-11-23\"}").then().statusCode(400);
  }

  @Test
  void aFieldThatStandsTwiceIsRefused() {
    submit(
            notifying.ehr,
            newKey(),
            "{\"reportDate\": \"2026-11-22\", \"reportDate\": \"2026-11-23\"}")
        .then()
        .statusCode(400);
  }

  @Test
  void whatIsTooDeepIsRefused() {
    submit(notifying.ehr, newKey(), "[".repeat(5000)).then().statusCode(400);
  }

  @Test
  void anEndlessListOfTestsCostsNoMoreThanAShortOne() {
    submit(notifying.ehr, newKey(), "{\"tests\": [{}" + ",{}".repeat(100_000) + "]}")
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("TOO_MANY_ENTRIES"))
        .body("errors.size()", lessThan(40));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"2026-11-20T00:00:00Z\"", "\" 2026-11-20\"", "\"+12026-01-01\"", "\"\""})
  void aDateInAnotherFormIsToldInItsPlace(String date) {
    submit(notifying.ehr, newKey(), "{\"diagnosisDate\": " + date + "}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/diagnosisDate"))
        .body("errors[0].code", equalTo("DATE_UNREADABLE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ..", "Bearer a..b", "Bearer", "bearer abc", "Bearer a.b.c d"})
  void whatHasNotTheFormOfATokenIsNone(String authorization) {
    given()
        .header("Authorization", authorization)
        .contentType("application/json")
        .body("{}")
        .post(Notifying.PATH)
        .then()
        .statusCode(401)
        .body("type", equalTo("urn:openhersys:problem:unauthenticated"));
  }

  @Test
  void whatIsTooLargeIsRefused() {
    Response answer =
        submit(notifying.ehr, newKey(), "{\"freeText\": \"" + "x".repeat(2_000_000) + "\"}");

    answer.then().statusCode(413).body("type", equalTo("urn:openhersys:problem:too-large"));
  }

  @Test
  void whatIsTooLargeIsRefusedAlsoWhereItsLengthIsNotSaidBeforehand() throws Exception {
    byte[] body =
        ("{\"freeText\": \"" + "x".repeat(1_020_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    HttpRequest chunked =
        HttpRequest.newBuilder(notifications)
            .header("Authorization", notifying.ehr.bearer())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", newKey())
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();

    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(chunked, BodyHandlers.ofString());

    assertEquals(413, answer.statusCode());
    assertTrue(answer.body().contains("urn:openhersys:problem:too-large"), answer.body());
  }

  @Test
  void anotherMediaTypeIsRefused() {
    Notifying.as(notifying.ehr)
        .header("Idempotency-Key", newKey())
        .contentType("application/xml")
        .body("<notification/>")
        .post(Notifying.PATH)
        .then()
        .statusCode(415)
        .body("type", equalTo("urn:openhersys:problem:unsupported-media-type"));
  }

  @Test
  void anotherAnswerThanJsonIsNotToBeHad() {
    Notifying.as(notifying.ehr)
        .accept("application/xml")
        .header("Idempotency-Key", newKey())
        .contentType("application/json")
        .body(json(confirmed()))
        .post(Notifying.PATH)
        .then()
        .statusCode(406);
  }

  @Test
  void aProblemIsToldInJapaneseUnlessEnglishIsWanted() {
    submit(notifying.ehr, newKey(), "{}")
        .then()
        .statusCode(422)
        .header("Content-Language", equalTo("ja"))
        .body("errors[0].message", equalTo("「診断（検案）した者（死体）の類型」を入力してください。"));
    Notifying.as(notifying.ehr)
        .header("Accept-Language", "en-GB, ja;q=0.5")
        .header("Idempotency-Key", newKey())
        .contentType("application/json")
        .body("{}")
        .post(Notifying.PATH)
        .then()
        .statusCode(422)
        .header("Content-Language", equalTo("en"))
        .body("errors[0].message", equalTo("Give this item: Diagnosis category."));
  }

  @Test
  void anUnknownMethodIsNotAllowed() {
    Notifying.as(notifying.ehr).delete(Notifying.PATH).then().statusCode(405);
  }
}
