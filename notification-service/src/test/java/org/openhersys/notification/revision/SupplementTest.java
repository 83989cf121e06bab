package org.openhersys.notification.revision;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Handling.events;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.revision;
import static org.openhersys.notification.submission.Handling.revisions;
import static org.openhersys.notification.submission.Notifying.today;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Custody;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

@QuarkusTest
class SupplementTest {
  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @Test
  void whatIsPatchedIsMergedIntoANewRevision() {
    UUID id = notifying.submitted();

    Response answer =
        patch(
            notifying.ehr,
            id,
            """
            {"patient": {"name": "𠮷田 髙﨑"}, "currentLocation": {"municipalityCode": "131016", "prefecture": "13"},
             "onsetDate": null, "freeText": "追記"}
            """);

    answer
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"" + id + "-2\""))
        .body("revision", equalTo(2))
        .body("document.patient.name", equalTo("𠮷田 髙﨑"))
        .body("document.patient.nameKana", equalTo("カクウ タロウ"))
        .body("document.currentLocation.text", equalTo("札幌市中央区架空1-2-3"))
        .body("document.onsetDate", nullValue())
        .body("document.freeText", equalTo("追記"))
        .body("submittedOn", hasSize(1));
    assertEquals(List.of("NOTIFICATION_SUBMITTED 1", "NOTIFICATION_REVISED 2"), events(id));
    assertEquals(1, logged(notifying.ehr, "notification.supplement", "ALLOWED"));
    Map<String, Object> published = published(id);
    assertEquals("𠮷田 髙﨑", published.get("patient_name"));
    assertEquals("131016", published.get("municipality_code"));
    assertEquals(2, published.get("revision"));
  }

  @Test
  void theOldRevisionStaysReadable() {
    UUID id = notifying.submitted();
    patch(notifying.ehr, id, "{\"freeText\": \"追記\", \"onsetDate\": null}");
    patch(staff, id, "{\"freeText\": \"保健所による修正\"}");

    revisions(staff, id)
        .then()
        .statusCode(200)
        .body("items.revision", contains(3, 2, 1))
        .body("items[0].differences", contains("/freeText"))
        .body("items[0].organisation.id", equalTo(notifying.centre.toString()))
        .body("items[0].enteredBy.id", equalTo(staff.principal().toString()))
        .body("items[1].differences", containsInAnyOrder("/freeText", "/onsetDate"))
        .body("items[1].organisation.id", equalTo(notifying.institution.toString()))
        .body("items[2].differences", empty());
    revision(notifying.ehr, id, 1)
        .then()
        .statusCode(200)
        .body("document.onsetDate", equalTo(today().minusDays(3).toString()))
        .body("document.freeText", nullValue());
    revision(notifying.ehr, id, 2).then().body("document.freeText", equalTo("追記"));
    revision(notifying.ehr, id, 4).then().statusCode(404);
  }

  @Test
  void revisionsAreReadInPages() {
    UUID id = notifying.submitted();
    patch(notifying.ehr, id, "{\"freeText\": \"一\"}");
    patch(notifying.ehr, id, "{\"freeText\": \"二\"}");

    Response first = Notifying.as(staff).get(Notifying.PATH + "/" + id + "/revisions?limit=2");
    Response rest =
        Notifying.as(staff)
            .queryParam("cursor", first.<String>path("next"))
            .get(Notifying.PATH + "/" + id + "/revisions");

    first.then().body("items.revision", contains(3, 2)).header("Link", startsWith("<"));
    rest.then().body("items.revision", contains(1)).body("next", nullValue());
  }

  @Test
  void aPatchThatChangesNothingMakesNoRevision() {
    UUID id = notifying.submitted();

    patch(
            notifying.ehr,
            id,
            "{\"physicianName\": \"見本 医師\", \"deathDate\": null, \"admission\": {}}")
        .then()
        .statusCode(200)
        .body("revision", equalTo(1));
    patch(notifying.ehr, id, "{}").then().statusCode(200).body("revision", equalTo(1));

    assertEquals(List.of("NOTIFICATION_SUBMITTED 1"), events(id));
  }

  @Test
  void everythingThatRefusesIsToldAtOnceAndNothingIsStored() {
    UUID id = notifying.submitted();

    patch(
            notifying.ehr,
            id,
            """
            {"patient": {"birthDate": "2021-02-30", "sex": null}, "reportDate": "2999-01-01", "tests": null}
            """)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            containsInAnyOrder("/patient/birthDate", "/patient/sex", "/reportDate", "/tests"));

    Notifying.read(notifying.ehr, id).then().body("revision", equalTo(1));
    assertEquals(List.of("NOTIFICATION_SUBMITTED 1"), events(id));
  }

  @Test
  void whatTheFormDoesNotHaveIsRefusedInItsPlace() {
    UUID id = notifying.submitted();

    patch(notifying.ehr, id, "{\"patient\": {\"nickname\": \"タロ\"}}")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/patient/nickname"));
    patch(notifying.ehr, id, "{\"nickname\": null}")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/nickname"));
    patch(notifying.ehr, id, "{\"patient\": \"架空\"}").then().statusCode(400);
    patch(notifying.ehr, id, "{\"freeText\": \"一\", \"freeText\": \"二\"}").then().statusCode(400);
    patch(notifying.ehr, id, "[]").then().statusCode(400);
    patch(notifying.ehr, id, "null").then().statusCode(400);
  }

  @Test
  void onlyAMergePatchIsTaken() {
    UUID id = notifying.submitted();

    Notifying.as(notifying.ehr)
        .contentType("application/json")
        .header("If-Match", "\"" + id + "-1\"")
        .body("{}")
        .patch(Notifying.PATH + "/" + id)
        .then()
        .statusCode(415);
  }

  @Test
  void warningsAreKeptWithTheRevision() {
    UUID id = notifying.submitted();

    patch(notifying.ehr, id, "{\"onsetDate\": \"" + today().minusDays(31) + "\"}")
        .then()
        .statusCode(200)
        .body("findings.code", contains("ONSET_LONG_BEFORE_DIAGNOSIS"));
    patch(notifying.ehr, id, "{\"onsetDate\": \"" + today().minusDays(3) + "\"}")
        .then()
        .body("findings", empty());

    revision(staff, id, 2).then().body("findings.code", contains("ONSET_LONG_BEFORE_DIAGNOSIS"));
  }

  @Test
  void itIsReadByTheFormVersionOfTheFirstReport() {
    UUID id = notifying.submitted();
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update notification.notification set form_version = '2022-06-30' where id = ?",
                    id));

    patch(notifying.ehr, id, "{\"tests\": null}").then().statusCode(200);
  }

  @Test
  void whoHadAnOlderRevisionIsToldWhatDiffersAndWhoChangedIt() {
    UUID id = notifying.submitted();
    String tag = Notifying.read(notifying.ehr, id).header("ETag");
    patch(staff, id, "{\"patient\": {\"nameKana\": \"カクウ ジロウ\"}, \"onsetDate\": null}");

    Response answer = patch(notifying.ehr, id, tag, "{\"freeText\": \"追記\"}");

    answer
        .then()
        .statusCode(412)
        .body("differences", containsInAnyOrder("/patient/nameKana", "/onsetDate"))
        .body("changedBy", startsWith("架空保健所"))
        .body("current", equalTo("\"" + id + "-2\""));
    assertEquals(1, logged(notifying.ehr, "notification.supplement", "DENIED"));
    Notifying.as(notifying.ehr)
        .contentType("application/merge-patch+json")
        .body("{}".getBytes(StandardCharsets.UTF_8))
        .patch(Notifying.PATH + "/" + id)
        .then()
        .statusCode(428);
  }

  @Test
  void theSenderSupplementsAfterAHandover() {
    UUID id = notifying.submitted();
    Custody.handOver(RawSql.courseOf(id), Directory.healthCentre());
    Login clerk = Directory.person(notifying.institution, Role.CLERK);

    patch(clerk, id, "{\"freeText\": \"追記\"}").then().statusCode(200);
  }

  @Test
  void halfACharacterIsRefusedAndNotRewritten() {
    UUID id = notifying.submitted();

    patch(notifying.ehr, id, "{\"patient\": {\"name\": \"架空 \\udc00\"}}")
        .then()
        .statusCode(422)
        .body("errors.code", contains("TEXT_UNREADABLE"))
        .body("errors.pointer", contains("/patient/name"));
    patch(notifying.ehr, id, "{\"patient\": {\"name\": \"𠮷田 \\ud842\\udfb7\"}}")
        .then()
        .statusCode(200)
        .body("document.patient.name", equalTo("𠮷田 𠮷"));
  }

  @Test
  void aMemberThatIsNullWithinAListChangesNothing() {
    UUID id = notifying.submitted();
    String once =
        "{\"tests\": [{\"method\": \"NUCLEIC_ACID_AMPLIFICATION\", \"specimen\": \"SALIVA\", \"samplingDate\": \"%s\", \"result\": \"POSITIVE\", \"resultDate\": null}]}"
            .formatted(Notifying.today());
    patch(notifying.ehr, id, once).then().statusCode(200);
    int revision = patch(notifying.ehr, id, "{}").path("revision");

    patch(notifying.ehr, id, once).then().statusCode(200).body("revision", equalTo(revision));
  }

  private static Map<String, Object> published(UUID id) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery(
                        "select patient_name, municipality_code, revision from notification.published_notification where id = ?")
                    .bind(0, id)
                    .mapToMap()
                    .one());
  }
}
