package org.openhersys.notification.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.openhersys.api.idempotency.Fingerprint;
import org.openhersys.api.idempotency.ForgettingKeys;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

@QuarkusTest
class IdempotencyTest {
  private static final int MANY = 50;

  @TestHTTPResource(Notifying.PATH)
  URI notifications;

  @Inject ForgettingKeys forgetting;

  private final Notifying notifying = new Notifying();

  @Test
  void fiftyIdenticalSubmissionsUnderOneKeyAreOneNotification() {
    String key = newKey();
    String body = json(confirmed());

    List<HttpResponse<String>> answers = inParallel(i -> key, body);

    assertEquals(1, notifying.notificationsOfInstitution());
    Set<String> different = new HashSet<>();
    answers.forEach(
        answer ->
            different.add(
                answer.statusCode()
                    + answer.body()
                    + answer.headers().firstValue("ETag").orElseThrow()
                    + answer.headers().firstValue("Location").orElseThrow()));
    assertEquals(1, different.size(), different::toString);
    assertEquals(201, answers.get(0).statusCode());
  }

  @Test
  void fiftySubmissionsUnderDifferentKeysAreFifty() {
    List<HttpResponse<String>> answers = inParallel(i -> newKey(), json(confirmed()));

    assertEquals(Set.of(201), Set.copyOf(answers.stream().map(HttpResponse::statusCode).toList()));
    assertEquals(MANY, notifying.notificationsOfInstitution());
    assertEquals(
        MANY,
        Notifying.count(
            "notification.event e join notification.notification n on n.id = e.aggregate_id"
                + " where n.sender_organisation_id = '"
                + notifying.institution
                + "'"));
  }

  @Test
  void aRepetitionAnswersAsTheFirst() {
    String key = newKey();
    String body = json(confirmed().with(form -> form.onsetDate = form.diagnosisDate.minusDays(40)));
    Response first = submit(notifying.ehr, key, body);

    Response second = submit(notifying.ehr, '"' + key + '"', body);

    assertEquals(201, second.statusCode());
    assertEquals(first.asString(), second.asString());
    assertEquals(first.header("ETag"), second.header("ETag"));
    assertEquals(first.header("Location"), second.header("Location"));
  }

  @Test
  void whatWasAcceptedIsAnsweredAgainWhateverTheRulesHaveBecome() {
    String key = newKey();
    String refusedToday = json(confirmed().with(form -> form.tests = null));
    Response first = submit(notifying.ehr, key, json(confirmed()));
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update notification.idempotency_key set fingerprint = ? where key = ?",
                    Fingerprint.of(refusedToday.getBytes(StandardCharsets.UTF_8)),
                    key));

    Response second = submit(notifying.ehr, key, refusedToday);

    assertEquals(201, second.statusCode());
    assertEquals(first.asString(), second.asString());
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    String key = newKey();
    submit(notifying.ehr, key, json(confirmed()));

    submit(notifying.ehr, key, json(confirmed().with(form -> form.freeText = "別の届出")))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:openhersys:problem:key-reused"));
    assertEquals(1, notifying.notificationsOfInstitution());
  }

  @Test
  void aRefusedSubmissionMayBeCorrectedUnderTheSameKey() {
    String key = newKey();
    submit(notifying.ehr, key, json(confirmed().with(form -> form.tests = null)))
        .then()
        .statusCode(422);

    submit(notifying.ehr, key, json(confirmed())).then().statusCode(201);
  }

  @Test
  void theKeyOfAnotherClientIsAnotherKey() {
    String key = newKey();
    Login other = Directory.machine(notifying.institution, "notification.write");
    Response first = submit(notifying.ehr, key, json(confirmed()));

    Response second = submit(other, key, json(confirmed()));

    assertEquals(201, second.statusCode());
    assertNotEquals(first.<String>path("id"), second.<String>path("id"));
  }

  @Test
  void withoutKeyNothingIsTakenIn() {
    Notifying.as(notifying.ehr)
        .contentType("application/json")
        .body(json(confirmed()))
        .post(Notifying.PATH)
        .then()
        .statusCode(400)
        .body("errors.code", contains("IDEMPOTENCY_KEY_MISSING"));
    submit(notifying.ehr, "short", json(confirmed()))
        .then()
        .statusCode(400)
        .body("errors.code", contains("IDEMPOTENCY_KEY_UNREADABLE"));
  }

  @Test
  void aKeyIsRememberedFor24Hours() {
    String key = newKey();
    submit(notifying.ehr, key, json(confirmed())).then().statusCode(201);
    age(key);

    submit(notifying.ehr, key, json(confirmed().with(form -> form.freeText = "翌々日")))
        .then()
        .statusCode(201);
    assertEquals(2, notifying.notificationsOfInstitution());
  }

  @Test
  void onlyKeysThatAreOverAreForgotten() {
    String over = newKey();
    String live = newKey();
    submit(notifying.ehr, over, json(confirmed()));
    submit(notifying.ehr, live, json(confirmed()));
    age(over);

    forgetting.forget();

    assertEquals(0, Notifying.count("notification.idempotency_key where key = '" + over + "'"));
    assertEquals(1, Notifying.count("notification.idempotency_key where key = '" + live + "'"));
  }

  @Test
  void moreKeysThanABatchHoldsAreForgottenInOneRun() {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into notification.idempotency_key (principal_id, operation, key, fingerprint, resource_id, status, created_at)
                    select gen_random_uuid(), 'notification.submit', 'over-' || n, sha256('架空'::bytea), gen_random_uuid(), 201,
                           now() - interval '25 hours'
                    from generate_series(1, 1001) n
                    """));

    forgetting.forget();

    assertEquals(0, Notifying.count("notification.idempotency_key where key like 'over-%'"));
  }

  @Test
  void whoWaitsTooLongForTheFirstIsAskedToComeAgain() {
    String key = newKey();
    try (Handle first = HersysDatabase.as("hersys_notification").open()) {
      first.begin();
      first.execute(
          """
          insert into notification.idempotency_key values (?, 'notification.submit', ?, '\\x00', ?, 201, now())
          """,
          notifying.ehr.principal(),
          key,
          notifying.ehr.principal());

      Response second = submit(notifying.ehr, key, json(confirmed()));
      first.rollback();

      second
          .then()
          .statusCode(409)
          .header("Retry-After", notNullValue())
          .body("type", equalTo("urn:openhersys:problem:in-progress"));
    }
    submit(notifying.ehr, key, json(confirmed())).then().statusCode(201);
  }

  private static void age(String key) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update notification.idempotency_key set created_at = created_at - interval '25 hours' where key = ?",
                    key));
  }

  private List<HttpResponse<String>> inParallel(IntFunction<String> key, String body) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<CompletableFuture<HttpResponse<String>>> sent =
        IntStream.range(0, MANY)
            .mapToObj(
                i ->
                    HttpRequest.newBuilder(notifications)
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", notifying.ehr.bearer())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key.apply(i))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
            .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
            .toList();
    return sent.stream().map(CompletableFuture::join).toList();
  }
}
