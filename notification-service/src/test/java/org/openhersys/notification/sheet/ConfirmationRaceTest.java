package org.openhersys.notification.sheet;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.submission.Handling.confirm;
import static org.openhersys.notification.submission.Handling.events;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.sheet;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;

/** Whoever comes second is judged by what the first has left. */
@QuarkusTest
class ConfirmationRaceTest {
  private final Notifying notifying = new Notifying();
  private final Login one = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private final Login other = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @RepeatedTest(3)
  void ofTwoConfirmationsAtOnceOneCounts() {
    UUID id = notifying.submitted();
    String tag = sheet(one, id).header("ETag");

    List<Response> answers = atOnce(() -> confirm(one, id, tag), () -> confirm(other, id, tag));

    assertEquals(List.of(200, 409), answers.stream().map(Response::statusCode).sorted().toList());
    assertEquals(List.of("NOTIFICATION_SUBMITTED 1", "NOTIFICATION_CONFIRMED 1"), events(id));
  }

  @RepeatedTest(3)
  void nobodyConfirmsWhatWasSupplementedUnderTheirHand() {
    UUID id = notifying.submitted();
    String tag = sheet(one, id).header("ETag");

    List<Response> answers =
        atOnce(
            () -> confirm(one, id, tag), () -> patch(notifying.ehr, id, "{\"freeText\": \"追記\"}"));

    int confirmation = answers.get(0).statusCode();
    assertEquals(200, answers.get(1).statusCode());
    assertTrue(confirmation == 200 || confirmation == 412, () -> "answered " + confirmation);
    assertEquals(
        confirmation == 200
            ? List.of(
                "NOTIFICATION_SUBMITTED 1", "NOTIFICATION_CONFIRMED 1", "NOTIFICATION_REVISED 2")
            : List.of("NOTIFICATION_SUBMITTED 1", "NOTIFICATION_REVISED 2"),
        events(id));
  }

  @RepeatedTest(3)
  void theLastOfTwoAnswersAtOnceEndsTheReturn() {
    UUID id = notifying.submitted();
    List<UUID> questions = Handling.asked(one, id, 2);
    Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);

    List<Response> answers =
        atOnce(
            () -> Handling.answer(physician, id, questions.get(0)),
            () -> Handling.answer(physician, id, questions.get(1)));

    assertEquals(List.of(200, 200), answers.stream().map(Response::statusCode).toList());
    sheet(one, id).then().body("state", equalTo("TO_BE_CONFIRMED"));
    assertEquals(
        1,
        Handling.mails(id, notifying.centre).stream()
            .filter(mail -> mail.startsWith("QUESTION_ANSWERED"))
            .count());
  }

  private static List<Response> atOnce(Supplier<Response> one, Supplier<Response> other) {
    List<CompletableFuture<Response>> sent =
        Stream.of(one, other).map(CompletableFuture::supplyAsync).toList();
    return sent.stream().map(CompletableFuture::join).toList();
  }
}
