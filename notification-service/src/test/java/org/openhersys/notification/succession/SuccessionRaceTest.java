package org.openhersys.notification.succession;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.succeeded;
import static org.openhersys.notification.submission.Handling.withdrawn;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

/** Whoever comes second is judged by what the first has left. */
@QuarkusTest
class SuccessionRaceTest {
  private final Notifying notifying = new Notifying();

  @RepeatedTest(3)
  void ofTwoAtOnceOneCounts() {
    UUID id = notifying.submitted();

    List<Integer> answers = atOnce(() -> another(id), () -> another(id));

    assertEquals(List.of(201, 409), answers.stream().sorted().toList());
    assertEquals(1, current(id));
  }

  @RepeatedTest(3)
  void nothingIsRevisedOnceItIsSuperseded() {
    UUID id = notifying.submitted();

    List<Integer> answers =
        atOnce(() -> another(id), () -> patch(notifying.ehr, id, "{\"freeText\": \"追記\"}"));

    assertEquals(201, answers.get(0));
    assertTrue(List.of(200, 409).contains(answers.get(1)), answers::toString);
    assertEquals(1, current(id));
  }

  @RepeatedTest(5)
  void whateverIsWithdrawnAtOnceTheNewestThatIsLeftCounts() {
    UUID first = notifying.submitted();
    UUID second = succeeded(notifying.ehr, first, confirmed());
    UUID third = succeeded(notifying.ehr, second, confirmed());

    List<Integer> answers =
        atOnce(() -> withdrawn(notifying.ehr, third), () -> withdrawn(notifying.ehr, second));

    assertEquals(List.of(200, 200), answers);
    assertEquals(1, current(first));
    Notifying.read(notifying.ehr, first).then().body("standing", equalTo("CURRENT"));
  }

  @RepeatedTest(5)
  void anotherOneAtOnceWithAWithdrawalLeavesOneCurrent() {
    UUID first = notifying.submitted();
    UUID second = succeeded(notifying.ehr, first, confirmed());

    List<Integer> answers = atOnce(() -> withdrawn(notifying.ehr, second), () -> another(second));

    assertEquals(200, answers.get(0));
    assertTrue(List.of(201, 409).contains(answers.get(1)), answers::toString);
    assertEquals(1, current(first));
  }

  private Response another(UUID id) {
    return succeeded(notifying.ehr, id, newKey(), json(confirmed()));
  }

  private static long current(UUID id) {
    return Notifying.count(
        "notification.published_standing where standing = 'CURRENT' and course_id = '%s'"
            .formatted(RawSql.courseOf(id)));
  }

  private static List<Integer> atOnce(Supplier<Response> one, Supplier<Response> other) {
    List<CompletableFuture<Response>> sent =
        Stream.of(one, other).map(CompletableFuture::supplyAsync).toList();
    return sent.stream().map(CompletableFuture::join).map(Response::statusCode).toList();
  }
}
