package org.openhersys.notification.batch;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.openhersys.notification.batch.Batching.done;
import static org.openhersys.notification.batch.Batching.rows;
import static org.openhersys.notification.batch.Batching.submitted;
import static org.openhersys.notification.batch.Batching.waitUntilDone;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;

/** Whatever holds for a single notification holds for each row of a batch. */
@QuarkusTest
class BatchRowsTest {
  private final Notifying notifying = new Notifying();

  @Test
  void aStoredRowIsANotificationLikeASingleOne() {
    SampleForm form = confirmed();
    form.onsetDate = form.diagnosisDate.minusDays(31);
    UUID batch = submitted(notifying.ehr, json(form));
    waitUntilDone(batch);

    JsonPath row = rows(notifying.ehr, batch, Map.of()).jsonPath();
    UUID id = row.getUUID("items[0].notificationId");
    Notifying.read(notifying.ehr, id)
        .then()
        .statusCode(200)
        .body("smartphoneEntryId", equalTo(row.getString("items[0].smartphoneEntryId")))
        .body("submittedOn.date", contains(Notifying.today().toString()))
        .body("enteredBy.id", equalTo(notifying.ehr.principal().toString()))
        .body("receivingHealthCentre.id", equalTo(notifying.centre.toString()))
        .body("document.patient.name", equalTo(form.patient.name()))
        .body("findings.code", contains("ONSET_LONG_BEFORE_DIAGNOSIS"));
    assertEquals(List.of("ONSET_LONG_BEFORE_DIAGNOSIS"), row.getList("items[0].findings.code"));
    assertEquals(List.of("NOTIFICATION_SUBMITTED 1"), Handling.events(id));
    assertEquals(List.of("NOTIFICATION_RECEIVED 1"), Handling.mails(id, notifying.centre));
    assertEquals(1, Handling.logged(notifying.ehr, "batch.store", "ALLOWED"));
    assertEquals(
        List.of("batch.store batch.submit"),
        Batching.texts(
            "select string_agg(operation, ' ' order by operation) from audit.access_log where principal_id = ? and operation in ('batch.store', 'batch.submit') group by trace_id",
            notifying.ehr.principal()));
    Handling.confirm(Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF), id)
        .then()
        .statusCode(200);
  }

  @Test
  void aRowIsToldWhatASingleNotificationWouldBeTold() {
    String good = json(confirmed());
    List<String> bad =
        List.of(
            "{",
            "[]",
            "null",
            "{\"patient\": {\"nickname\": \"タロ\"}}",
            "{\"reportDate\": \"2026-11-22\", \"reportDate\": \"2026-11-23\"}",
            "{\"freeText\": \"\\u0000\"}",
            "{\"freeText\": \"\\ud800\"}",
            "[".repeat(5000),
            "{\"diagnosisDate\": \"2026-02-30\"}",
            "{}",
            good.replace("CONFIRMED", "SUSPECTED"));
    UUID batch = submitted(notifying.ehr, String.join("\n", bad) + "\n\n" + good);
    waitUntilDone(batch);

    List<String> single =
        bad.stream()
            .map(body -> Notifying.submit(notifying.ehr, newKey(), body).jsonPath())
            .map(
                problem -> problem.getList("errors.code") + " " + problem.getList("errors.pointer"))
            .toList();
    JsonPath refused = rows(notifying.ehr, batch, Map.of("outcome", "REFUSED")).jsonPath();
    assertEquals(single, refusals(refused));
    assertEquals(Stream.iterate(1, i -> i + 1).limit(11).toList(), refused.getList("items.row"));
    rows(notifying.ehr, batch, Map.of("outcome", "STORED"))
        .then()
        .body("items.row", contains(13))
        .body("items[0].findings", hasSize(0));
  }

  // A refused row has its warnings too; a refused request tells of the errors only.
  private static List<String> refusals(JsonPath page) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < page.getList("items").size(); i++) {
      String errors = "items[" + i + "].findings.findAll { it.severity == 'ERROR' }.";
      told.add(page.getList(errors + "code") + " " + page.getList(errors + "pointer"));
    }
    return told;
  }

  @Test
  void aRowThatIsTooLongIsRefusedAndNoOther() {
    JsonPath batch =
        done(
            notifying.ehr,
            json(confirmed())
                + "\n{\"freeText\": \""
                + "x".repeat(1_000_000)
                + "\"}\n"
                + json(confirmed()));

    assertEquals(2, batch.getInt("stored"));
    assertEquals(1, batch.getInt("refused"));
    rows(notifying.ehr, batch.getUUID("id"), Map.of("outcome", "REFUSED"))
        .then()
        .body("items.row", contains(2))
        .body("items.findings.flatten().code", contains("ROW_TOO_LONG"))
        .body("items[0].notificationId", nullValue());
  }

  @Test
  void thoseWhoAreLikelyTheSamePersonAreToldOfWithinABatchToo() {
    String somebody = json(confirmed());
    String known = json(confirmed());
    Notifying.submit(notifying.ehr, newKey(), known).then().statusCode(201);
    UUID batch = submitted(notifying.ehr, String.join("\n", somebody, known, somebody));
    waitUntilDone(batch);

    rows(notifying.ehr, batch, Map.of())
        .then()
        .body("items[0].findings", hasSize(0))
        .body("items[1].findings.code", contains("LIKELY_SAME_PERSON"))
        .body("items[2].findings.code", contains("LIKELY_SAME_PERSON"));
    Batching.read(notifying.ehr, batch).then().body("withFindings", equalTo(2));
  }

  @Test
  void whatStaffOfAHealthCentreSendNeedsAPhysicianInEachRow() {
    Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF, "見本 職員");
    UUID batch =
        submitted(
            staff,
            json(confirmed().with(form -> form.attestedBy = null)) + "\n" + json(confirmed()));
    waitUntilDone(batch);

    rows(staff, batch, Map.of())
        .then()
        .body("items.outcome", contains("REFUSED", "STORED"))
        .body("items[0].findings.code", contains("ATTESTATION_MISSING"));
    UUID stored = rows(staff, batch, Map.of()).jsonPath().getUUID("items[1].notificationId");
    Notifying.read(staff, stored).then().body("enteredBy.operator", equalTo("見本 職員"));
  }

  @Test
  void rowsAreReadPageByPage() {
    UUID batch = submitted(notifying.ehr, rows(2) + "\n{}\n" + rows(1));
    waitUntilDone(batch);

    Response first = rows(notifying.ehr, batch, Map.of("limit", 3));
    first.then().body("items.row", contains(1, 2, 3)).header("Link", not(nullValue()));
    String cursor = first.path("next");
    Map<String, ?> next = Map.of("limit", 3, "cursor", cursor);
    rows(notifying.ehr, batch, next)
        .then()
        .body("items.row", contains(4))
        .body("next", nullValue());
    rows(notifying.ehr, batch, Map.of("cursor", cursor, "outcome", "STORED"))
        .then()
        .statusCode(400);
    rows(notifying.ehr, batch, Map.of("outcome", "stored")).then().statusCode(422);
    assertFalse(first.asString().contains("架空"));
  }
}
