package org.openhersys.notification.succession;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openhersys.notification.submission.Handling.answer;
import static org.openhersys.notification.submission.Handling.ask;
import static org.openhersys.notification.submission.Handling.asked;
import static org.openhersys.notification.submission.Handling.confirm;
import static org.openhersys.notification.submission.Handling.events;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Handling.mails;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.sheet;
import static org.openhersys.notification.submission.Handling.succeeded;
import static org.openhersys.notification.submission.Handling.withdrawn;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;
import static org.openhersys.notification.submission.Notifying.today;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.problem.DatabaseFailures;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Sex;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

@QuarkusTest
class SuccessionTest {
  private static final String CHANGE = "{\"diagnosisCategory\": \"%s\", \"attestedBy\": \"見本 医師\"}";

  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @Test
  void itIsAnotherNotificationOfTheSameCourse() {
    SampleForm suspected = Notifying.somebody(DiagnosisCategory.SUSPECTED, today());
    SampleForm proven = SampleForm.of(DiagnosisCategory.CONFIRMED, today());
    proven.patient = suspected.patient;
    Response first = submit(notifying.ehr, newKey(), json(suspected));
    UUID former = UUID.fromString(first.path("id"));
    confirm(staff, former).then().statusCode(200);

    Response later = succeeded(notifying.ehr, former, newKey(), json(proven));

    String id = later.path("id");
    later
        .then()
        .statusCode(201)
        .header("Location", equalTo("/api/v1/notifications/" + id))
        .header("ETag", equalTo("\"" + id + "-1\""))
        .body("courseId", equalTo(first.path("courseId")))
        .body("smartphoneEntryId", equalTo(first.path("smartphoneEntryId")))
        .body("category", equalTo("CONFIRMED"))
        .body("revision", equalTo(1))
        .body("receivingHealthCentre.id", equalTo(notifying.centre.toString()))
        .body("findings", empty());
    read(id)
        .body("standing", equalTo("CURRENT"))
        .body("number", equalTo(2))
        .body("succeeds", equalTo(former.toString()))
        .body("submittedOn.category", contains("CONFIRMED"));
    UUID added = UUID.fromString(id);
    sheet(staff, added).then().body("state", equalTo("TO_BE_CONFIRMED"));
    assertEquals(List.of("NOTIFICATION_SUBMITTED 1"), events(added));
    assertEquals(List.of("NOTIFICATION_RECEIVED 1"), mails(added, notifying.centre));
    assertEquals(1, logged(notifying.ehr, "notification.succeed", "ALLOWED"));
  }

  @Test
  void theFormerOneIsReadOnlyForEverybody() {
    UUID former = notifying.submitted();
    UUID later = succeeded(notifying.ehr, former, confirmed());

    read(former)
        .body("standing", equalTo("SUPERSEDED"))
        .body("supersededBy", equalTo(later.toString()))
        .body("number", equalTo(1));
    List.of(
            patch(notifying.ehr, former, "{\"freeText\": \"追記\"}"),
            patch(staff, former, "{\"freeText\": \"追記\"}"),
            succeeded(notifying.ehr, former, newKey(), json(confirmed())),
            ask(staff, former, "{\"items\": [{\"text\": \"架空の質問\"}]}"))
        .forEach(
            refused ->
                refused
                    .then()
                    .statusCode(409)
                    .body("errors.code", hasItem("NOTIFICATION_SUPERSEDED")));
    read(former).body("revision", equalTo(1));
    patch(notifying.ehr, later, "{\"freeText\": \"追記\"}").then().statusCode(200);
  }

  @Test
  void whatWasAskedBeforeMayBeAnsweredAndTheFormerOneConfirmed() {
    UUID former = notifying.submitted();
    UUID question = asked(staff, former, 1).get(0);
    UUID later = succeeded(notifying.ehr, former, confirmed());

    answer(Directory.person(notifying.institution, Role.PHYSICIAN), former, question)
        .then()
        .statusCode(200);
    confirm(staff, former)
        .then()
        .statusCode(200)
        .body("state", equalTo("CONFIRMED"))
        .body("standing", equalTo("SUPERSEDED"));

    sheet(staff, later).then().body("state", equalTo("TO_BE_CONFIRMED"));
  }

  @Test
  void withdrawingAMistakenOneUnfreezesTheOneBefore() {
    UUID former = notifying.submitted();
    confirm(staff, former).then().statusCode(200);
    UUID later = succeeded(notifying.ehr, former, confirmed());

    withdrawn(notifying.ehr, later).then().statusCode(200);

    read(former).body("standing", equalTo("CURRENT")).body("supersededBy", nullValue());
    read(later).body("standing", equalTo("WITHDRAWN"));
    sheet(staff, former).then().body("state", equalTo("CONFIRMED"));
    patch(notifying.ehr, former, "{\"freeText\": \"追記\"}").then().statusCode(200);
    UUID again = succeeded(notifying.ehr, former, confirmed());
    read(again).body("number", equalTo(3)).body("succeeds", equalTo(former.toString()));
  }

  @Test
  void ofAChainTheNewestThatIsNotWithdrawnCounts() {
    UUID first = notifying.submitted();
    UUID second = succeeded(notifying.ehr, first, confirmed());
    UUID third = succeeded(notifying.ehr, second, confirmed());

    withdrawn(notifying.ehr, second).then().statusCode(200);
    read(first)
        .body("standing", equalTo("SUPERSEDED"))
        .body("supersededBy", equalTo(third.toString()));
    read(third).body("standing", equalTo("CURRENT"));

    withdrawn(notifying.ehr, third).then().statusCode(200);
    read(first).body("standing", equalTo("CURRENT"));

    withdrawn(notifying.ehr, first).then().statusCode(200);
    read(first).body("standing", equalTo("WITHDRAWN"));
  }

  @Test
  void aCategoryKeepsTheDayOfItsFirstReportInTheCourse() {
    UUID first = notifying.submitted();
    setDates(first, "{\"CONFIRMED\": \"2026-01-15\"}");

    Response same = succeeded(notifying.ehr, first, newKey(), json(confirmed()));

    same.then().statusCode(201).body("submittedOn", equalTo("2026-01-15"));
    UUID second = UUID.fromString(same.path("id"));
    patch(notifying.ehr, second, CHANGE.formatted("ASYMPTOMATIC_CARRIER"))
        .then()
        .statusCode(200)
        .body("submittedOn.date", contains("2026-01-15", today().toString()));
    UUID third = succeeded(notifying.ehr, second, asymptomatic());
    patch(notifying.ehr, third, CHANGE.formatted("CONFIRMED"))
        .then()
        .statusCode(200)
        .body("submittedOn.category", contains("CONFIRMED", "ASYMPTOMATIC_CARRIER"))
        .body("submittedOn.date", contains("2026-01-15", today().toString()));
  }

  @Test
  void anotherCategoryHasADayOfItsOwn() {
    UUID first = notifying.submitted();
    setDates(first, "{\"CONFIRMED\": \"2026-01-15\"}");

    succeeded(notifying.ehr, first, newKey(), json(asymptomatic()))
        .then()
        .statusCode(201)
        .body("submittedOn", equalTo(today().toString()));

    read(first).body("submittedOn.date", contains("2026-01-15"));
  }

  @Test
  void whatWasWithdrawnWasNoReport() {
    UUID first = notifying.submitted();
    UUID mistaken = succeeded(notifying.ehr, first, asymptomatic());
    setDates(mistaken, "{\"ASYMPTOMATIC_CARRIER\": \"2026-01-15\"}");
    withdrawn(notifying.ehr, mistaken).then().statusCode(200);

    patch(notifying.ehr, first, CHANGE.formatted("ASYMPTOMATIC_CARRIER"))
        .then()
        .statusCode(200)
        .body("submittedOn.date", contains(today().toString(), today().toString()));
  }

  @Test
  void theSameKeyIsAnsweredAsBefore() {
    UUID former = notifying.submitted();
    String key = newKey();
    String body = json(confirmed());
    Response first = succeeded(notifying.ehr, former, key, body);
    String id = first.then().statusCode(201).extract().path("id");
    patch(notifying.ehr, UUID.fromString(id), "{\"freeText\": \"追記\"}");

    Response again = succeeded(notifying.ehr, former, key, body);

    again.then().statusCode(201);
    assertEquals(first.asString(), again.asString());
    succeeded(notifying.ehr, former, key, body + " ").then().statusCode(422);
    succeeded(notifying.ehr, UUID.fromString(id), key, body).then().statusCode(422);
    read(id).body("standing", equalTo("CURRENT"));
  }

  @Test
  void aRefusedOneFreezesNothingAndMayBeCorrectedUnderItsKey() {
    UUID former = notifying.submitted();
    String key = newKey();

    succeeded(notifying.ehr, former, key, "{\"diagnosisCategory\": \"CONFIRMED\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/patient/name"));

    read(former).body("standing", equalTo("CURRENT"));
    succeeded(notifying.ehr, former, key, json(confirmed())).then().statusCode(201);
  }

  @Test
  void anotherPersonIsWarnedOf() {
    UUID former = notifying.submitted();
    SampleForm form =
        confirmed()
            .with(
                it ->
                    it.patient =
                        SampleForm.person(
                            "架空 花子", "カクウ ハナコ", Sex.FEMALE, today().minusYears(40), null));

    Response told = succeeded(notifying.ehr, former, newKey(), json(form));

    String others = "findings.findAll { it.code == 'OTHER_PATIENT_THAN_BEFORE' }.pointer";
    told.then()
        .statusCode(201)
        .body(others, containsInAnyOrder("/patient/sex", "/patient/birthDate"));
    UUID later = UUID.fromString(told.path("id"));
    patch(notifying.ehr, later, "{\"patient\": {\"sex\": \"MALE\"}, \"freeText\": \"追記\"}")
        .then()
        .statusCode(200)
        .body(others, contains("/patient/birthDate"));
  }

  @Test
  void theDatabaseTakesNoOtherWay() {
    UUID former = notifying.submitted();
    UUID course = RawSql.courseOf(former);
    Login stranger = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    String succeed =
        "select notification.succeed(?, gen_random_uuid(), '2023-05-08', now(), 'CONFIRMED', current_date)";
    String insert =
        """
        insert into notification.notification
          (id, course_id, disease, form_version, sender_organisation_id, receiving_organisation_id, revision, submitted_at, submission_dates, number, succeeds_id)
        values (gen_random_uuid(), ?, 'COVID_19', '2023-05-08', ?, ?, 1, now(), '{}', 2, ?)
        """;

    assertEquals(
        "42501", RawSql.refusal(stranger, h -> h.select(succeed, former).mapToMap().list()));
    assertEquals(
        "42501",
        RawSql.refusal(
            notifying.ehr,
            h -> h.execute(insert, course, notifying.institution, notifying.centre, former)));
    assertEquals(
        "42501",
        RawSql.refusal(
            notifying.ehr,
            h -> h.execute("update notification.confirmation set superseded = true")));
    UUID later = succeeded(notifying.ehr, former, confirmed());
    UnableToExecuteStatementException two =
        assertThrows(
            UnableToExecuteStatementException.class,
            () ->
                HersysDatabase.owner()
                    .useHandle(
                        h ->
                            h.execute(
                                "update notification.confirmation set superseded = false where notification_id = ?",
                                former)));
    assertEquals("23505", DatabaseFailures.state(two));
    read(later).body("standing", equalTo("CURRENT"));
  }

  private static SampleForm asymptomatic() {
    return SampleForm.of(DiagnosisCategory.ASYMPTOMATIC_CARRIER, today());
  }

  private ValidatableResponse read(Object id) {
    return Notifying.read(staff, id).then().statusCode(200);
  }

  private static void setDates(UUID id, String dates) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.createUpdate(
                        "update notification.notification set submission_dates = cast(:dates as jsonb) where id = :id")
                    .bindMap(Map.of("dates", dates, "id", id))
                    .execute());
  }
}
