package org.openhersys.notification.sheet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.submission.Handling.confirm;
import static org.openhersys.notification.submission.Handling.events;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.sheet;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Custody;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

@QuarkusTest
class ConfirmationTest {
  private static final int ONE_SCREEN = 4_000;

  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @Test
  void theSheetShowsOnOneScreenWhatIsToBeLookedAt() {
    UUID id = notifying.submitted();
    UUID caseId = Custody.caseOf(RawSql.courseOf(id));

    Response answer = sheet(staff, id);

    answer
        .then()
        .statusCode(200)
        .body("state", equalTo("TO_BE_CONFIRMED"))
        .body("patient.name", equalTo("架空 太郎"))
        .body("dates.diagnosisDate", equalTo(Notifying.today().toString()))
        .body("dates.onsetDate", equalTo(Notifying.today().minusDays(3).toString()))
        .body("tests.result", contains("POSITIVE"))
        .body("submittedOn.date", contains(Notifying.today().toString()))
        .body("sender.id", equalTo(notifying.institution.toString()))
        .body("enteredBy.id", equalTo(notifying.ehr.principal().toString()))
        .body("enteredByReceivingHealthCentre", equalTo(false))
        .body("attestedBy", equalTo("見本 医師"))
        .body("mayConfirm", equalTo(true))
        .body("mayNotBecause", nullValue())
        .body("confirmed", nullValue())
        .body("questions", empty())
        .body("case.id", equalTo(caseId.toString()))
        .body("case.currentStatus", nullValue())
        .body("case.statusETag", equalTo("\"status-0\""))
        .body("warnings.code", contains("STATUS_MISSING"));
    assertTrue(answer.asString().getBytes(StandardCharsets.UTF_8).length < ONE_SCREEN);
  }

  @Test
  void theStatusThatIsKnownComesWithTheTagToChangeItBy() {
    UUID id = notifying.submitted();
    Custody.caseOf(RawSql.courseOf(id));
    Custody.setStatus(RawSql.courseOf(id), "HOSPITALISED", 3);

    sheet(staff, id)
        .then()
        .body("case.currentStatus", equalTo("HOSPITALISED"))
        .body("case.statusETag", equalTo("\"status-3\""))
        .body("warnings", empty());
  }

  @Test
  void theCaseWhoseStatusIsShownIsNamedInTheAccessLog() {
    UUID id = notifying.submitted();
    UUID caseId = Custody.caseOf(RawSql.courseOf(id));

    confirm(staff, id).then().statusCode(200);

    assertEquals(1, naming(staff, "confirmation.read", caseId));
    assertEquals(1, naming(staff, "notification.confirm", caseId));
  }

  @Test
  void aSenderSeesTheSheetWithoutTheCase() {
    UUID id = notifying.submitted();
    Custody.caseOf(RawSql.courseOf(id));
    Login clerk = Directory.person(notifying.institution, Role.CLERK);

    sheet(clerk, id)
        .then()
        .statusCode(200)
        .body("case", nullValue())
        .body("mayConfirm", equalTo(false))
        .body("mayNotBecause", equalTo("ROLE_MAY_NOT"));
  }

  @Test
  void findingsAreInTheReadersLanguage() {
    String warned =
        json(confirmed().with(form -> form.onsetDate = form.diagnosisDate.minusDays(31)));
    UUID id = UUID.fromString(submit(notifying.ehr, newKey(), warned).path("id"));

    sheet(staff, id).then().body("findings[0].message", startsWith("発病から診断"));
    Notifying.as(staff)
        .header("Accept-Language", "en")
        .get(Notifying.PATH + "/" + id + "/confirmation")
        .then()
        .body("findings[0].message", startsWith("The onset lies"));
  }

  @Test
  void theReceivingCentreConfirmsAndItIsKeptWhoWhenAndWhat() {
    UUID id = notifying.submitted();
    Login shared = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF, "見本 花子");

    confirm(shared, id)
        .then()
        .statusCode(200)
        .body("state", equalTo("CONFIRMED"))
        .body("mayConfirm", equalTo(false))
        .body("mayNotBecause", equalTo("CONFIRMED_ALREADY"))
        .body("confirmed.revision", equalTo(1))
        .body("confirmed.recordedAt", notNullValue())
        .body("confirmed.organisation.id", equalTo(notifying.centre.toString()))
        .body("confirmed.recordedBy.id", equalTo(shared.principal().toString()))
        .body("confirmed.recordedBy.operator", equalTo("見本 花子"))
        .body("history", hasSize(1));

    assertEquals(List.of("NOTIFICATION_SUBMITTED 1", "NOTIFICATION_CONFIRMED 1"), events(id));
    assertEquals(1, logged(shared, "notification.confirm", "ALLOWED"));
  }

  @Test
  void aSecondConfirmationIsRefused() {
    UUID id = notifying.submitted();
    String tag = sheet(staff, id).header("ETag");
    confirm(staff, id, tag).then().statusCode(200);

    confirm(staff, id, tag)
        .then()
        .statusCode(409)
        .body("errors.code", contains("CONFIRMED_ALREADY"));
    assertEquals(List.of("NOTIFICATION_SUBMITTED 1", "NOTIFICATION_CONFIRMED 1"), events(id));
  }

  @Test
  void openWarningsQuestionsAndAMissingStatusBlockNothing() {
    String warned =
        json(confirmed().with(form -> form.onsetDate = form.diagnosisDate.minusDays(31)));
    UUID id = UUID.fromString(submit(notifying.ehr, newKey(), warned).path("id"));
    Custody.caseOf(RawSql.courseOf(id));
    Handling.asked(staff, id, 1);

    sheet(staff, id)
        .then()
        .body("warnings.code", contains("STATUS_MISSING", "QUESTIONS_OPEN"))
        .body("mayConfirm", equalTo(true));
    confirm(staff, id).then().statusCode(200).body("state", equalTo("CONFIRMED"));
  }

  @Test
  void withoutTagNothingIsConfirmed() {
    UUID id = notifying.submitted();

    Notifying.as(staff)
        .post(Notifying.PATH + "/" + id + "/confirmation")
        .then()
        .statusCode(428)
        .body("type", equalTo("urn:openhersys:problem:precondition-required"));
    sheet(staff, id).then().body("state", equalTo("TO_BE_CONFIRMED"));
  }

  @Test
  void whatWasSupplementedMeanwhileIsLookedAtAgain() {
    UUID id = notifying.submitted();
    String tag = sheet(staff, id).header("ETag");
    patch(notifying.ehr, id, "{\"freeText\": \"追記\"}").then().statusCode(200);

    Response answer = confirm(staff, id, tag);

    answer
        .then()
        .statusCode(412)
        .body("differences", contains("/freeText"))
        .body("changedBy", startsWith("架空病院"))
        .body("current", equalTo(sheet(staff, id).header("ETag")));
    assertEquals(1, logged(staff, "notification.confirm", "DENIED"));
  }

  @Test
  void aSupplementLeavesItConfirmedInTheRevisionThatWasLookedAt() {
    UUID id = notifying.submitted();
    confirm(staff, id).then().statusCode(200);

    patch(notifying.ehr, id, "{\"freeText\": \"追記\"}").then().statusCode(200);

    sheet(staff, id)
        .then()
        .body("state", equalTo("CONFIRMED"))
        .body("revision", equalTo(2))
        .body("confirmed.revision", equalTo(1));
  }

  @Test
  void whatIsConfirmedIsPublishedAndStaysSoWhenItIsOpenedAgain() {
    UUID id = notifying.submitted();
    assertEquals("TO_BE_CONFIRMED null null", published(id));
    confirm(staff, id).then().statusCode(200);
    assertEquals("CONFIRMED 1 2", published(id));

    Handling.asked(staff, id, 1);

    assertEquals("RETURNED 1 2", published(id));
  }

  private static String published(UUID id) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select(
                        "select * from notification.published_confirmation where notification_id = ?",
                        id)
                    .map(
                        (row, context) ->
                            row.getString("state")
                                + " "
                                + row.getString("confirmed_revision")
                                + " "
                                + row.getString("confirmed_version"))
                    .one());
  }

  private static long naming(Login who, String operation, UUID subject) {
    return Notifying.count(
        "audit.access_log where principal_id = '%s' and operation = '%s' and '%s' = any(subjects)"
            .formatted(who.principal(), operation, subject));
  }
}
