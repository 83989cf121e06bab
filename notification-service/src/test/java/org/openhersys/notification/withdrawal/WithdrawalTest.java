package org.openhersys.notification.withdrawal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Handling.answer;
import static org.openhersys.notification.submission.Handling.ask;
import static org.openhersys.notification.submission.Handling.asked;
import static org.openhersys.notification.submission.Handling.confirm;
import static org.openhersys.notification.submission.Handling.events;
import static org.openhersys.notification.submission.Handling.list;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Handling.mails;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.revisions;
import static org.openhersys.notification.submission.Handling.search;
import static org.openhersys.notification.submission.Handling.sheet;
import static org.openhersys.notification.submission.Handling.withdraw;
import static org.openhersys.notification.submission.Handling.withdrawn;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.submission.Custody;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

@QuarkusTest
class WithdrawalTest {
  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @Test
  void whatIsWithdrawnIsKeptAndSaysWhyWhenAndByWhom() {
    UUID id = notifying.submitted();
    patch(notifying.ehr, id, "{\"freeText\": \"追記\"}");

    withdrawn(notifying.ehr, id)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"" + id + "-2\""))
        .body("standing", equalTo("WITHDRAWN"))
        .body("withdrawal.reason", equalTo("架空の理由"))
        .body("withdrawal.organisation.id", equalTo(notifying.institution.toString()))
        .body("withdrawal.recordedBy.id", equalTo(notifying.ehr.principal().toString()));

    Notifying.read(staff, id)
        .then()
        .statusCode(200)
        .body("standing", equalTo("WITHDRAWN"))
        .body("document.freeText", equalTo("追記"));
    revisions(staff, id).then().body("items", hasSize(2));
    assertEquals(
        List.of("NOTIFICATION_SUBMITTED 1", "NOTIFICATION_REVISED 2", "NOTIFICATION_WITHDRAWN 2"),
        events(id));
    assertEquals(1, logged(notifying.ehr, "notification.withdraw", "ALLOWED"));
  }

  @Test
  void whatCountsHasNoWithdrawal() {
    Notifying.read(staff, notifying.submitted())
        .then()
        .body("standing", equalTo("CURRENT"))
        .body("withdrawal", nullValue());
  }

  @Test
  void noListOfWorkShowsIt() {
    UUID id = notifying.submitted();

    withdrawn(notifying.ehr, id).then().statusCode(200);

    for (String state : List.of("TO_BE_CONFIRMED", "CONFIRMED", "RETURNED")) {
      list(staff, Map.of("state", state)).then().body("items", hasSize(0));
    }
    list(staff, Map.of("state", "WITHDRAWN")).then().body("items.id", contains(id.toString()));
    search(staff, "{\"name\": \"架空 太郎\"}")
        .then()
        .body("items.find { it.id == '" + id + "' }.state", equalTo("WITHDRAWN"));
  }

  @Test
  void aConfirmedOneIsWithdrawnTooAndTheHistoryShowsBoth() {
    UUID id = notifying.submitted();
    confirm(staff, id).then().statusCode(200);

    withdrawn(notifying.ehr, id).then().statusCode(200);

    sheet(staff, id)
        .then()
        .body("state", equalTo("WITHDRAWN"))
        .body("history.deed", contains("WITHDRAW", "CONFIRM"))
        .body("mayConfirm", equalTo(false))
        .body("mayNotBecause", equalTo("WITHDRAWN"));
  }

  @Test
  void nothingFollows() {
    UUID id = notifying.submitted();
    UUID question = asked(staff, id, 1).get(0);
    Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);
    withdrawn(physician, id).then().statusCode(200);

    List.of(
            patch(notifying.ehr, id, "{\"freeText\": \"追記\"}"),
            withdrawn(physician, id),
            confirm(staff, id),
            ask(staff, id, "{\"items\": [{\"text\": \"架空の質問\"}]}"),
            answer(physician, id, question),
            withdraw(staff, id, question))
        .forEach(
            refused ->
                refused
                    .then()
                    .statusCode(409)
                    .body("errors.code", hasItem("NOTIFICATION_WITHDRAWN")));

    Notifying.read(staff, id).then().body("revision", equalTo(1));
  }

  @Test
  void theCentreThatMayWriteTheCaseWithdrawsAndTheOthersAreTold() {
    UUID id = notifying.submitted();
    Login responsible = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    Custody.handOver(RawSql.courseOf(id), responsible.organisation());

    withdrawn(staff, id).then().statusCode(403);
    withdrawn(responsible, id).then().statusCode(200);

    assertEquals(List.of("NOTIFICATION_WITHDRAWN "), mails(id, notifying.institution));
    assertEquals(
        List.of("NOTIFICATION_RECEIVED 1", "NOTIFICATION_WITHDRAWN "), mails(id, notifying.centre));
  }

  @Test
  void whoeverDidItIsNotTold() {
    UUID id = notifying.submitted();

    withdrawn(staff, id).then().statusCode(200);

    assertEquals(List.of("NOTIFICATION_RECEIVED 1"), mails(id, notifying.centre));
    assertEquals(List.of("NOTIFICATION_WITHDRAWN "), mails(id, notifying.institution));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"reason\": null}", "{\"reason\": \" 　\"}"})
  void aReasonIsNeeded(String body) {
    UUID id = notifying.submitted();

    withdrawn(notifying.ehr, id, "\"" + id + "-1\"", body)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));

    Notifying.read(staff, id).then().body("standing", equalTo("CURRENT"));
  }

  @Test
  void aReasonHasAtMost1000Characters() {
    UUID id = notifying.submitted();
    String tag = "\"" + id + "-1\"";

    withdrawn(notifying.ehr, id, tag, "{\"reason\": \"" + "𠮷".repeat(1001) + "\"}")
        .then()
        .statusCode(422)
        .body("errors.code", contains("TEXT_TOO_LONG"));
    withdrawn(notifying.ehr, id, tag, "{\"reason\": \"" + "𠮷".repeat(1000) + "\"}")
        .then()
        .statusCode(200);
  }

  @Test
  void nobodyWithdrawsWhatTheyHaveNotSeen() {
    UUID id = notifying.submitted();
    patch(staff, id, "{\"freeText\": \"追記\"}");

    withdrawn(notifying.ehr, id, "\"" + id + "-1\"", "{\"reason\": \"架空の理由\"}")
        .then()
        .statusCode(412)
        .body("differences", contains("/freeText"));
  }

  @Test
  void theDatabaseRevisesNothingThatIsWithdrawn() {
    UUID id = notifying.submitted();
    withdrawn(notifying.ehr, id).then().statusCode(200);

    assertEquals(
        "42501",
        RawSql.refusal(
            notifying.ehr,
            h ->
                h.execute(
                    """
                    insert into notification.revision
                      (notification_id, revision, organisation_id, entered_by, recorded_at, document, findings,
                       diagnosis_category, patient_name, sex, birth_date)
                    values (?, 2, ?, ?, now(), '{}', '[]', 'CONFIRMED', '架空 太郎', 'MALE', date '1961-04-05')
                    """,
                    id,
                    notifying.institution,
                    notifying.ehr.principal())));
  }
}
