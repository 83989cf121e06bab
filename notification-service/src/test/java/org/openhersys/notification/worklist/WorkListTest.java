package org.openhersys.notification.worklist;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Handling.asked;
import static org.openhersys.notification.submission.Handling.confirm;
import static org.openhersys.notification.submission.Handling.list;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Custody;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

@QuarkusTest
class WorkListTest {
  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private final Login clerk = Directory.person(notifying.institution, Role.CLERK);

  @Test
  void whatIsToBeConfirmedComesOldestFirst() {
    List<String> sent = submitted(3);

    Response page = list(staff, Map.of());

    page.then().statusCode(200).body("items.id", equalTo(sent)).body("next", nullValue());
    assertEquals(page.asString(), list(staff, Map.of("state", "TO_BE_CONFIRMED")).asString());
  }

  @Test
  void aSummaryTellsWhatIsOpen() {
    String warned =
        json(confirmed().with(form -> form.onsetDate = form.diagnosisDate.minusDays(31)));
    UUID id = UUID.fromString(submit(notifying.ehr, newKey(), warned).path("id"));
    asked(staff, id, 2);

    list(staff, Map.of("state", "RETURNED"))
        .then()
        .body("items.id", contains(id.toString()))
        .body("items[0].category", equalTo("CONFIRMED"))
        .body("items[0].patient.name", equalTo("架空 太郎"))
        .body("items[0].patient.nameKana", equalTo("カクウ タロウ"))
        .body("items[0].submittedOn", equalTo(Notifying.today().toString()))
        .body("items[0].sender.id", equalTo(notifying.institution.toString()))
        .body("items[0].enteredByReceivingHealthCentre", equalTo(false))
        .body("items[0].openWarnings", equalTo(1))
        .body("items[0].openQuestions", equalTo(2))
        .body("items[0].state", equalTo("RETURNED"))
        .body("items[0].revision", equalTo(1));
  }

  @Test
  void eachStateHasItsList() {
    List<String> sent = submitted(4);
    confirm(staff, UUID.fromString(sent.get(0))).then().statusCode(200);
    confirm(staff, UUID.fromString(sent.get(1))).then().statusCode(200);
    asked(staff, UUID.fromString(sent.get(2)), 1);

    list(staff, Map.of("state", "CONFIRMED"))
        .then()
        .body("items.id", contains(sent.get(1), sent.get(0)));
    list(staff, Map.of("state", "RETURNED")).then().body("items.id", contains(sent.get(2)));
    list(staff, Map.of()).then().body("items.id", contains(sent.get(3)));
  }

  @Test
  void aSenderFindsWhatWasReturned() {
    List<String> sent = submitted(2);
    asked(staff, UUID.fromString(sent.get(1)), 1);
    Login neighbour = Directory.person(Directory.institution("131016"), Role.CLERK);

    list(clerk, Map.of("state", "RETURNED")).then().body("items.id", contains(sent.get(1)));
    list(clerk, Map.of()).then().body("items.id", contains(sent.get(0)));
    list(neighbour, Map.of("state", "RETURNED")).then().body("items", empty());
  }

  @Test
  void aCentreThatOnlySeesTheCaseHasNothingToConfirm() {
    UUID id = notifying.submitted();
    Login responsible = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    Custody.handOver(RawSql.courseOf(id), responsible.organisation());

    list(responsible, Map.of()).then().statusCode(200).body("items", empty());
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrOverlap() {
    List<String> sent = submitted(5);

    Response first = list(staff, Map.of("limit", 2));
    Response second = list(staff, Map.of("limit", 2, "cursor", first.<String>path("next")));
    Response third = list(staff, Map.of("limit", 2, "cursor", second.<String>path("next")));

    first
        .then()
        .body("items.id", equalTo(sent.subList(0, 2)))
        .header("Link", startsWith("</api/v1/notifications?"));
    second.then().body("items.id", equalTo(sent.subList(2, 4)));
    third.then().body("items.id", equalTo(sent.subList(4, 5))).body("next", nullValue());
  }

  @Test
  void aCursorCountsOnlyForItsListAndCentre() {
    submitted(2);
    String cursor = list(staff, Map.of("limit", 1)).path("next");
    Login other = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);

    list(staff, Map.of("state", "RETURNED", "cursor", cursor))
        .then()
        .statusCode(400)
        .body("errors.code", contains("CURSOR_INVALID"));
    list(other, Map.of("cursor", cursor)).then().statusCode(400);
    list(clerk, Map.of("cursor", cursor)).then().statusCode(400);
  }

  @Test
  void anUnknownStateAndAnUnreasonableLimitAreRefused() {
    list(staff, Map.of("state", "DONE"))
        .then()
        .statusCode(422)
        .body("errors.code", contains("STATE_UNKNOWN"));
    list(staff, Map.of("limit", 501)).then().statusCode(422);
  }

  @Test
  void aPageIsOneRowOfTheAccessLogWithItsIds() {
    List<String> sent = submitted(2);

    list(staff, Map.of());

    assertEquals(
        List.of(String.join(",", sent)),
        HersysDatabase.owner()
            .withHandle(
                h ->
                    h.createQuery(
                            "select array_to_string(subjects, ',') from audit.access_log where principal_id = ? and operation = 'notification.list'")
                        .bind(0, staff.principal())
                        .mapTo(String.class)
                        .list()));
  }

  private List<String> submitted(int many) {
    return IntStream.range(0, many).mapToObj(i -> notifying.submitted().toString()).toList();
  }
}
