package org.openhersys.notification.progress;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Handling.answer;
import static org.openhersys.notification.submission.Handling.asked;
import static org.openhersys.notification.submission.Handling.confirm;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.succeeded;
import static org.openhersys.notification.submission.Handling.withdrawn;
import static org.openhersys.notification.submission.Notifying.as;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.submission.Notifying;

/** What a sender learns of what it sent. */
@QuarkusTest
class ProgressTest {
  private final Notifying notifying = new Notifying();
  private final Login clerk = Directory.person(notifying.institution, Role.CLERK);
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @Test
  void theReceiptIsReadAgainAsItWasGiven() {
    var given = submit(notifying.ehr, newKey(), json(confirmed())).then().extract();
    UUID id = UUID.fromString(given.path("id"));
    patch(clerk, id, "{\"freeText\": \"追記\", \"onsetDate\": null}").then().statusCode(200);

    for (Login who : List.of(clerk, notifying.ehr, staff)) {
      var again = as(who).get(Notifying.PATH + "/" + id + "/receipt").then().statusCode(200);
      assertEquals(given.jsonPath().getMap(""), again.extract().jsonPath().getMap(""));
    }
    assertEquals(1, logged(clerk, "notification.receipt", "ALLOWED"));
  }

  @Test
  void whatIsAcceptedWaitsForTheHealthCentre() {
    UUID id = notifying.submitted();

    progress(clerk, id)
        .body("state", equalTo("TO_BE_CONFIRMED"))
        .body("standing", equalTo("CURRENT"))
        .body("message", equalTo("受理済み（要確認）: 保健所の確認を待っています。"))
        .body("submittedOn.date", contains(Notifying.today().toString()))
        .body("receivingHealthCentre.id", equalTo(notifying.centre.toString()))
        .body("confirmedAt", nullValue())
        .body("openQuestions", hasSize(0));
    assertEquals(1, logged(clerk, "notification.progress", "ALLOWED"));
  }

  @Test
  void whatALaterOneHasFollowedSaysSo() {
    UUID former = notifying.submitted();
    UUID later = succeeded(notifying.ehr, former, confirmed());
    progress(clerk, former).body("standing", equalTo("SUPERSEDED"));

    withdrawn(notifying.ehr, later).then().statusCode(200);

    progress(clerk, former).body("standing", equalTo("CURRENT"));
    progress(clerk, later).body("standing", equalTo("WITHDRAWN"));
  }

  @Test
  void whatIsReturnedSaysWhichQuestionsAreOpen() {
    UUID id = notifying.submitted();
    List<UUID> questions = asked(staff, id, 2);
    answer(clerk, id, questions.get(0)).then().statusCode(200);

    progress(clerk, id)
        .body("state", equalTo("RETURNED"))
        .body("message", startsWith("差戻し: 保健所からの質問1件"))
        .body("openQuestions.id", contains(questions.get(1).toString()));
    answer(clerk, id, questions.get(1)).then().statusCode(200);
    progress(clerk, id).body("state", equalTo("TO_BE_CONFIRMED")).body("openQuestions", hasSize(0));
  }

  @Test
  void whatIsConfirmedSaysWhetherItWasChangedSince() {
    UUID id = notifying.submitted();
    confirm(staff, id).then().statusCode(200);
    progress(notifying.ehr, id)
        .body("message", equalTo("保健所確認済"))
        .body("confirmedRevision", equalTo(1));
    patch(clerk, id, "{\"freeText\": \"追記\"}").then().statusCode(200);

    progress(notifying.ehr, id)
        .body("state", equalTo("CONFIRMED"))
        .body("message", equalTo("保健所確認済（確認後に追加・修正あり）"))
        .body("revision", equalTo(2));
  }

  @Test
  void theWordsAreEnglishForWhoAsksForEnglish() {
    UUID id = notifying.submitted();

    as(clerk)
        .header("Accept-Language", "en")
        .get(Notifying.PATH + "/" + id + "/progress")
        .then()
        .body("message", containsString("has not confirmed it yet"));
  }

  private static ValidatableResponse progress(Login who, UUID id) {
    return as(who).get(Notifying.PATH + "/" + id + "/progress").then().statusCode(200);
  }
}
