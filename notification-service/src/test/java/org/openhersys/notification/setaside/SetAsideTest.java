package org.openhersys.notification.setaside;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Handling.events;
import static org.openhersys.notification.submission.Handling.list;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.sheet;
import static org.openhersys.notification.submission.Notifying.read;
import static org.openhersys.notification.submission.Notifying.today;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.submission.Custody;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

@QuarkusTest
class SetAsideTest {
  private static final String LONG_AGO =
      "{\"pointer\": \"/onsetDate\", \"code\": \"ONSET_LONG_BEFORE_DIAGNOSIS\"}";
  private static final String WITH_REASON =
      "{\"pointer\": \"/onsetDate\", \"code\": \"ONSET_LONG_BEFORE_DIAGNOSIS\", \"reason\": \"本人に確認済（架空の例）\"}";

  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private final Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);
  private UUID id;

  @BeforeEach
  void aNotificationWithAWarning() {
    id = notifying.submittedWithWarning();
  }

  @Test
  void whatIsSetAsideIsShownSoAndNoLongerCounted() {
    assertEquals(1, openWarnings());

    setAside(staff, WITH_REASON)
        .then()
        .statusCode(200)
        .body("findings.code", contains("ONSET_LONG_BEFORE_DIAGNOSIS"))
        .body("findings[0].setAside.at", notNullValue())
        .body("findings[0].setAside.organisation.id", equalTo(notifying.centre.toString()))
        .body("findings[0].setAside.by.id", equalTo(staff.principal().toString()))
        .body("findings[0].setAside.reason", equalTo("本人に確認済（架空の例）"))
        .body("findings[0].setAside.revision", equalTo(1));

    assertEquals(0, openWarnings());
    read(notifying.ehr, id).then().body("findings[0].setAside.reason", equalTo("本人に確認済（架空の例）"));
    sheet(physician, id).then().body("findings[0].setAside.revision", equalTo(1));
    assertEquals(1, logged(staff, "finding.set-aside", "ALLOWED"));
  }

  @Test
  void theSheetGivesTheTagToSetAsideBy() {
    String tag = sheet(staff, id).path("notificationETag");

    setAside(staff, tag, LONG_AGO)
        .then()
        .statusCode(200)
        .header("ETag", equalTo(tag))
        .body("findings[0].setAside.reason", nullValue());
  }

  @Test
  void neitherTheFormNorItsConfirmationChanges() {
    String before = sheet(staff, id).header("ETag");

    setAside(physician, LONG_AGO).then().statusCode(200).body("revision", equalTo(1));

    assertEquals(before, sheet(staff, id).header("ETag"));
    assertEquals(List.of("NOTIFICATION_SUBMITTED 1"), events(id));
  }

  @Test
  void anotherValueOpensItAgainAndTheOldOneIsJudgedAlready() {
    setAside(staff, LONG_AGO);

    patch(physician, id, "{\"freeText\": \"架空の追記\"}")
        .then()
        .body("findings[0].setAside.revision", equalTo(1));
    patch(physician, id, "{\"onsetDate\": \"" + today().minusDays(40) + "\"}")
        .then()
        .body("findings.code", contains("ONSET_LONG_BEFORE_DIAGNOSIS"))
        .body("findings[0].setAside", nullValue());
    assertEquals(1, openWarnings());

    patch(physician, id, "{\"onsetDate\": \"" + today().minusDays(31) + "\"}")
        .then()
        .body("findings[0].setAside.revision", equalTo(1));
  }

  @Test
  void whatIsSetAsideStaysAsItWasJudgedFirst() {
    setAside(physician, WITH_REASON);

    setAside(staff, LONG_AGO)
        .then()
        .statusCode(200)
        .body("findings[0].setAside.by.id", equalTo(physician.principal().toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"pointer\": \"/onsetDate\", \"code\": \"FEVER\"} | FINDING_UNKNOWN",
        "{\"code\": \"ONSET_LONG_BEFORE_DIAGNOSIS\"} | FINDING_UNKNOWN",
        "{\"pointer\": \"/onsetDate\"} | REQUIRED",
        "{\"pointer\": \"/onsetDate\", \"code\": \"ONSET_LONG_BEFORE_DIAGNOSIS\", \"reason\": \" \"} | TEXT_EMPTY"
      })
  void onlyAWarningOfTheNotificationIsSetAside(String body, String code) {
    setAside(staff, body).then().statusCode(422).body("errors.code", contains(code));
  }

  @Test
  void whoSawAnotherRevisionLooksAgain() {
    String seen = tag();
    patch(physician, id, "{\"freeText\": \"架空の追記\"}");

    setAside(staff, seen, LONG_AGO).then().statusCode(412);
    setAside(staff, null, LONG_AGO).then().statusCode(428);
  }

  @Test
  void whoOnlyReadsAndWhoDoesNotSeeAreRefused() {
    Login reader = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    Login stranger = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    Custody.give(RawSql.courseOf(id), reader.organisation(), "READ");

    setAside(reader, LONG_AGO).then().statusCode(403);
    setAside(stranger, LONG_AGO).then().statusCode(404);
    assertEquals(1, logged(reader, "finding.set-aside", "DENIED"));
    assertEquals("42501", RawSql.refusal(reader, h -> h.execute(judged(reader))));
    assertEquals("42501", RawSql.refusal(staff, h -> h.execute(judged(reader))));
    RawSql.inScope(staff, h -> h.execute(judged(staff)));
  }

  @Test
  void onlyTheRevisionThatStandsIsJudged() {
    assertEquals("42501", RawSql.refusal(staff, h -> h.execute(judged(staff, 2))));
    patch(physician, id, "{\"freeText\": \"架空の追記\"}");

    assertEquals("42501", RawSql.refusal(staff, h -> h.execute(judged(staff, 1))));
    RawSql.inScope(staff, h -> h.execute(judged(staff, 2)));
  }

  @Test
  void aJudgementIsNeitherChangedNorTakenBack() {
    setAside(staff, LONG_AGO);

    for (String change :
        List.of(
            "update notification.finding_set_aside set reason = '架空'",
            "delete from notification.finding_set_aside")) {
      assertEquals("42501", RawSql.refusal(staff, h -> h.execute(change)));
    }
  }

  private String judged(Login in) {
    return judged(in, 1);
  }

  private String judged(Login in, int revision) {
    return """
    insert into notification.finding_set_aside (notification_id, revision, pointer, code, set_aside_at, organisation_id, principal_id)
    values ('%s', %d, '/onsetDate', 'ONSET_LONG_BEFORE_DIAGNOSIS', now(), '%s', '%s')
    """
        .formatted(id, revision, in.organisation(), in.principal());
  }

  private int openWarnings() {
    return list(staff, Map.of()).path("items[0].openWarnings");
  }

  private String tag() {
    return read(notifying.ehr, id).header("ETag");
  }

  private Response setAside(Login who, String body) {
    return setAside(who, tag(), body);
  }

  private Response setAside(Login who, String tag, String body) {
    var request =
        Notifying.as(who)
            .contentType("application/json")
            .body(body.getBytes(StandardCharsets.UTF_8));
    return (tag == null ? request : request.header("If-Match", tag))
        .post(Notifying.PATH + "/" + id + "/findings/set-aside");
  }
}
