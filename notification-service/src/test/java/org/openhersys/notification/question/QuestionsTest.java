package org.openhersys.notification.question;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Handling.answer;
import static org.openhersys.notification.submission.Handling.ask;
import static org.openhersys.notification.submission.Handling.asked;
import static org.openhersys.notification.submission.Handling.confirm;
import static org.openhersys.notification.submission.Handling.mails;
import static org.openhersys.notification.submission.Handling.questions;
import static org.openhersys.notification.submission.Handling.sheet;
import static org.openhersys.notification.submission.Handling.withdraw;
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
import org.openhersys.notification.submission.Notifying;

@QuarkusTest
class QuestionsTest {
  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF, "見本 花子");
  private final Login clerk = Directory.person(notifying.institution, Role.CLERK);

  @Test
  void aQuestionReturnsTheNotificationAndItsSenderIsTold() {
    UUID id = notifying.submitted();

    ask(
            staff,
            id,
            """
            {"items": [{"pointer": "/tests/0/result", "text": "結果は（架空の質問）"}, {"text": "同居者は（架空の質問）"}]}
            """)
        .then()
        .statusCode(201)
        .header("Location", equalTo("/api/v1/notifications/" + id + "/questions"))
        .body("items.number", contains(1, 2))
        .body("items.pointer", contains("/tests/0/result", null))
        .body("items.state", contains("OPEN", "OPEN"))
        .body("items[0].askedBy.operator", equalTo("見本 花子"))
        .body("items[0].revision", equalTo(1));

    sheet(staff, id)
        .then()
        .body("state", equalTo("RETURNED"))
        .body("questions", hasSize(2))
        .body("warnings.code", contains("QUESTIONS_OPEN"));
    assertEquals(List.of("NOTIFICATION_RETURNED 2"), mails(id, notifying.institution));
  }

  @Test
  void theLastAnswerBringsItBackAndTheCentreIsToldOnce() {
    UUID id = notifying.submitted();
    List<UUID> both = asked(staff, id, 2);

    answer(clerk, id, both.get(0))
        .then()
        .statusCode(200)
        .body("state", equalTo("ANSWERED"))
        .body("answer", equalTo("架空の回答"))
        .body("settledAt", notNullValue())
        .body("settledBy.id", equalTo(clerk.principal().toString()));
    sheet(staff, id).then().body("state", equalTo("RETURNED"));
    assertEquals(List.of("NOTIFICATION_RECEIVED 1"), mails(id, notifying.centre));
    answer(clerk, id, both.get(1)).then().statusCode(200);

    sheet(staff, id)
        .then()
        .body("state", equalTo("TO_BE_CONFIRMED"))
        .body("history.deed", contains("SETTLE_LAST", "SETTLE", "ASK"));
    assertEquals(
        List.of("NOTIFICATION_RECEIVED 1", "QUESTION_ANSWERED " + both.get(1)),
        mails(id, notifying.centre));
  }

  @Test
  void theLastWithdrawalBringsItBackAndNobodyIsTold() {
    UUID id = notifying.submitted();
    List<UUID> both = asked(staff, id, 2);
    answer(clerk, id, both.get(0));

    withdraw(staff, id, both.get(1))
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"))
        .body("answer", nullValue());

    sheet(staff, id).then().body("state", equalTo("TO_BE_CONFIRMED"));
    assertEquals(List.of("NOTIFICATION_RECEIVED 1"), mails(id, notifying.centre));
  }

  @Test
  void whatIsSettledStays() {
    UUID id = notifying.submitted();
    List<UUID> both = asked(staff, id, 2);
    answer(clerk, id, both.get(0)).then().statusCode(200);
    withdraw(staff, id, both.get(1)).then().statusCode(200);

    for (UUID settled : both) {
      answer(clerk, id, settled)
          .then()
          .statusCode(409)
          .body("errors.code", contains("QUESTION_SETTLED"));
      withdraw(staff, id, settled).then().statusCode(409);
    }
    questions(clerk, id).then().body("items.state", contains("ANSWERED", "WITHDRAWN"));
  }

  @Test
  void aConfirmedNotificationMayBeReturned() {
    UUID id = notifying.submitted();
    confirm(staff, id).then().statusCode(200);

    asked(staff, id, 1);

    sheet(staff, id)
        .then()
        .body("state", equalTo("RETURNED"))
        .body("confirmed.revision", equalTo(1));
  }

  @Test
  void anAnswerAfterTheConfirmationLeavesItConfirmed() {
    UUID id = notifying.submitted();
    UUID question = asked(staff, id, 1).get(0);
    confirm(staff, id).then().statusCode(200);

    answer(clerk, id, question).then().statusCode(200);

    sheet(staff, id)
        .then()
        .body("state", equalTo("CONFIRMED"))
        .body("questions.state", contains("ANSWERED"));
    assertEquals(
        List.of("NOTIFICATION_RECEIVED 1", "QUESTION_ANSWERED " + question),
        mails(id, notifying.centre));
  }

  @Test
  void eachReturnIsToldOfByItself() {
    UUID id = notifying.submitted();
    answer(clerk, id, asked(staff, id, 1).get(0));

    asked(staff, id, 1);

    assertEquals(
        List.of("NOTIFICATION_RETURNED 2", "NOTIFICATION_RETURNED 4"),
        mails(id, notifying.institution));
    questions(staff, id).then().body("items.number", contains(1, 2));
  }

  @Test
  void everythingThatIsWrongWithQuestionsIsToldAtOnce() {
    UUID id = notifying.submitted();

    ask(
            staff,
            id,
            """
            {"items": [{"pointer": "/patient/nickname", "text": "架空"}, {"text": "  "}, {"pointer": "onsetDate", "text": "%s"}]}
            """
                .formatted("あ".repeat(1001)))
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/items/0/pointer", "/items/1/text", "/items/2/pointer", "/items/2/text"));
    ask(staff, id, "{\"items\": []}").then().statusCode(422);
    ask(staff, id, "{}").then().statusCode(422);
    ask(staff, id, "{\"items\": [" + "{\"text\": \"架空\"},".repeat(20) + "{\"text\": \"架空\"}]}")
        .then()
        .statusCode(422)
        .body("errors.code", contains("QUESTIONS_OUT_OF_BOUNDS"));
    questions(staff, id).then().body("items", empty());
  }

  @Test
  void anAnswerThatSaysNothingIsRefused() {
    UUID id = notifying.submitted();
    UUID question = asked(staff, id, 1).get(0);

    Notifying.as(clerk)
        .contentType("application/json")
        .body("{\"text\": \" \"}")
        .post(Notifying.PATH + "/" + id + "/questions/" + question + "/answer")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/text"));
  }

  @Test
  void aQuestionOfAnotherNotificationIsNotFound() {
    UUID id = notifying.submitted();
    UUID other = notifying.submitted();
    UUID question = asked(staff, other, 1).get(0);

    answer(clerk, id, question).then().statusCode(404);
    withdraw(staff, id, question).then().statusCode(404);
  }

  @Test
  void aNotificationOfTheCentreItselfHasNobodyToAsk() {
    String id = submit(staff, newKey(), json(confirmed())).path("id");

    ask(staff, UUID.fromString(id), "{\"items\": [{\"text\": \"架空の質問\"}]}")
        .then()
        .statusCode(409)
        .body("errors.code", contains("NOBODY_TO_ASK"));
  }

  @Test
  void aRepetitionUnderTheSameKeyAsksOnce() {
    UUID id = notifying.submitted();
    UUID other = notifying.submitted();
    String key = newKey();
    askUnder(key, id).then().statusCode(201);

    Response again = askUnder(key, id);

    again.then().statusCode(201).body("items", hasSize(1));
    askUnder(key, other)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:openhersys:problem:key-reused"));
    questions(staff, other).then().body("items", empty());
  }

  private Response askUnder(String key, UUID id) {
    return Notifying.as(staff)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body("{\"items\": [{\"text\": \"架空の質問\"}]}".getBytes(StandardCharsets.UTF_8))
        .post(Notifying.PATH + "/" + id + "/questions");
  }
}
