package org.openhersys.notification.batch;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.batch.Batching.NDJSON;
import static org.openhersys.notification.batch.Batching.PATH;
import static org.openhersys.notification.batch.Batching.batchesOf;
import static org.openhersys.notification.batch.Batching.chunks;
import static org.openhersys.notification.batch.Batching.read;
import static org.openhersys.notification.batch.Batching.rows;
import static org.openhersys.notification.batch.Batching.submit;
import static org.openhersys.notification.batch.Batching.waitUntilDone;
import static org.openhersys.notification.mail.Mailing.waitUntil;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;

/** How a batch comes in, before anything of it is processed. */
@QuarkusTest
class ReceivingBatchTest {
  private static final int MANY = 100_000;
  private static final long BOUND = 64L * 1024 * 1024;

  @TestHTTPResource(PATH)
  URI batches;

  @ConfigProperty(name = "hersys.batch.most-open")
  int mostOpen;

  @ConfigProperty(name = "hersys.batch.most-receiving-of-one")
  int mostReceivingOfOne;

  private final Notifying notifying = new Notifying();

  @AfterEach
  void forgetMails() {
    Batching.forgetMails(notifying.centre);
  }

  @Test
  void whatIsWholeIsAnsweredWithAJobThatCountsItsRows() {
    Response answer = submit(notifying.ehr, newKey(), rows(3) + "\n{}");

    answer
        .then()
        .statusCode(202)
        .header("Location", equalTo(PATH + "/" + answer.path("id")))
        .body("received", equalTo(4))
        .body("receivedAt", notNullValue());
    UUID id = answer.jsonPath().getUUID("id");
    waitUntilDone(id);
    read(notifying.ehr, id)
        .then()
        .body("state", equalTo("DONE"))
        .body("stored", equalTo(3))
        .body("refused", equalTo(1))
        .body("withFindings", equalTo(1))
        .body("remaining", equalTo(0))
        .body("endedAt", notNullValue());
    assertEquals(0, chunks(id));
    assertEquals(1, Handling.logged(notifying.ehr, "batch.submit", "ALLOWED"));
  }

  @Test
  void theSameKeyAgainIsTheSameJob() {
    String key = newKey();
    String body = rows(2);
    UUID id = submit(notifying.ehr, key, body).jsonPath().getUUID("id");
    waitUntilDone(id);

    submit(notifying.ehr, key, body)
        .then()
        .statusCode(202)
        .body("id", equalTo(id.toString()))
        .body("stored", equalTo(2));
    submit(notifying.ehr, key, body + "\n")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:openhersys:problem:key-reused"));
    assertEquals(2, notifying.notificationsOfInstitution());
    assertEquals(1, batchesOf(notifying.institution));
  }

  @Test
  void aBodyWithoutRowsIsRefused() {
    submit(notifying.ehr, newKey(), "\n \r\n\t")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("BATCH_EMPTY"));

    assertEquals(0, batchesOf(notifying.institution));
  }

  @Test
  void aBodyWithARowTooManyLeavesNothingBehind() {
    submit(notifying.ehr, newKey(), "{}\n".repeat(MANY + 1)).then().statusCode(413);

    assertEquals(0, batchesOf(notifying.institution));
  }

  @Test
  void whatIsNoListOfLinesOrCompressedIsNotRead() {
    Notifying.as(notifying.ehr)
        .header("Idempotency-Key", newKey())
        .contentType("application/json")
        .body(json(confirmed()).getBytes(StandardCharsets.UTF_8))
        .post(PATH)
        .then()
        .statusCode(415);
    Notifying.as(notifying.ehr)
        .header("Idempotency-Key", newKey())
        .header("Content-Encoding", "gzip")
        .contentType(NDJSON)
        .body(new byte[] {31, -117, 8, 0})
        .post(PATH)
        .then()
        .statusCode(415);
    Notifying.as(notifying.ehr)
        .contentType(NDJSON)
        .body(new byte[] {'{', '}'})
        .post(PATH)
        .then()
        .statusCode(400);
  }

  @Test
  void whereNoHealthCentreReceivesNothingIsKept() {
    Login nowhere = Directory.machine(Directory.institution("473821"), "notification.write");

    submit(nowhere, newKey(), rows(1))
        .then()
        .statusCode(409)
        .body("errors[0].code", equalTo("RECEIVING_HEALTH_CENTRE_MISSING"));
    assertEquals(0, batchesOf(nowhere.organisation()));
  }

  @Test
  void tooManyOnTheirWayAreToldToWait() {
    for (int i = 0; i < mostOpen; i++) {
      Batching.waiting(notifying.ehr);
    }

    submit(notifying.ehr, newKey(), rows(1))
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue());
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "delete from notification.batch where organisation_id = ?",
                    notifying.institution));
  }

  @Test
  void aBodyThatBreaksOffLeavesNothingBehind() throws IOException {
    String rows = rows(250) + "\n";
    try (Socket socket = begun(90_000_000)) {
      OutputStream out = socket.getOutputStream();
      out.write(rows.getBytes(StandardCharsets.UTF_8));
      out.flush();
      waitUntil(() -> Notifying.count("notification.batch_chunk") > 0);
    }

    waitUntil(() -> batchesOf(notifying.institution) == 0);
    assertEquals(0, notifying.notificationsOfInstitution());
  }

  @Test
  void aLogOutEndsWhatIsBeingReceived() throws Exception {
    HttpResponse<String> answer = stream(notifying.ehr, halfWay(rows(250), notifying.ehr::revoke));

    assertEquals(401, answer.statusCode());
    waitUntil(() -> batchesOf(notifying.institution) == 0 || isLeftToHousekeeping());
    assertEquals(0, notifying.notificationsOfInstitution());
  }

  @Test
  void aTokenThatRunsOutMeanwhileDoesNot() throws Exception {
    HttpResponse<String> answer =
        stream(notifying.ehr, halfWay(rows(250), () -> expire(notifying.ehr)));

    assertEquals(202, answer.statusCode(), answer.body());
  }

  @Test
  void norWhenTheSameIsSentAgain() throws Exception {
    String key = newKey();
    String rows = rows(250);
    UUID id = submit(notifying.ehr, key, rows).jsonPath().getUUID("id");

    HttpResponse<String> again =
        stream(
            notifying.ehr,
            key,
            halfWay(
                rows,
                () -> {
                  waitUntil(() -> Handling.logged(notifying.ehr, "batch.submit", "ALLOWED") == 2);
                  expire(notifying.ehr);
                }));

    assertEquals(202, again.statusCode(), again.body());
    assertTrue(again.body().contains(id.toString()));
    assertEquals(1, batchesOf(notifying.institution));
  }

  @Test
  void whoIsRefusedAmidTheBodyIsToldToStopAndCutOff() throws IOException {
    try (Socket socket = begun(250_000_000)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write("{}\n".repeat(MANY + 1).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();

      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .toLowerCase(Locale.ROOT);
      assertTrue(answer.startsWith("http/1.1 413"), answer);
      assertTrue(answer.contains("connection: close"), answer);
    }
    assertEquals(0, batchesOf(notifying.institution));
  }

  @Test
  void oneOrganisationDoesNotTakeThePlacesOfOthers() throws IOException {
    String key = newKey();
    submit(notifying.ehr, key, rows(1)).then().statusCode(202);
    List<Socket> coming = new ArrayList<>();
    try {
      for (int i = 1; i < mostReceivingOfOne; i++) {
        coming.add(begun(1_000));
      }
      coming.add(begun(1_000, key));
      waitUntil(
          () ->
              batchesOf(notifying.institution) == mostReceivingOfOne
                  && Handling.logged(notifying.ehr, "batch.submit", "ALLOWED") == 2);

      submit(notifying.ehr, newKey(), rows(1))
          .then()
          .statusCode(429)
          .header("Retry-After", notNullValue());
      submit(notifying.ehr, key, rows(1)).then().statusCode(429);
      submit(new Notifying().ehr, newKey(), rows(1)).then().statusCode(202);
    } finally {
      for (Socket one : coming) {
        one.close();
      }
    }
    waitUntil(() -> submit(notifying.ehr, newKey(), rows(1)).statusCode() == 202);
  }

  private static void expire(Login who) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update identity.session set expires_at = now() where id = ?", who.session()));
  }

  /** A request of which the body is to come. */
  private Socket begun(long bytes) throws IOException {
    return begun(bytes, newKey());
  }

  private Socket begun(long bytes, String key) throws IOException {
    Socket socket = new Socket(batches.getHost(), batches.getPort());
    socket
        .getOutputStream()
        .write(
            """
            POST %s HTTP/1.1\r
            Host: localhost\r
            Authorization: %s\r
            Content-Type: %s\r
            Idempotency-Key: %s\r
            Content-Length: %d\r
            \r
            """
                .formatted(PATH, notifying.ehr.bearer(), NDJSON, key, bytes)
                .getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  /** A body during which something happens, when the batch is begun and half of it sent. */
  private InputStream halfWay(String rows, Runnable happening) {
    byte[] body = rows.getBytes(StandardCharsets.UTF_8);
    int half = body.length / 2;
    InputStream rest =
        new InputStream() {
          private InputStream last;

          private InputStream last() {
            if (last == null) {
              waitUntil(() -> batchesOf(notifying.institution) == 1);
              happening.run();
              last = new ByteArrayInputStream(body, half, body.length - half);
            }
            return last;
          }

          @Override
          public int read() throws IOException {
            return last().read();
          }

          @Override
          public int read(byte[] into, int from, int most) throws IOException {
            return last().read(into, from, most);
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(body, 0, half), rest);
  }

  private boolean isLeftToHousekeeping() {
    return Batching.texts(
            "select state from notification.batch where organisation_id = ?", notifying.institution)
        .stream()
        .allMatch("RECEIVING"::equals);
  }

  @Test
  @Tag("full")
  void aHundredThousandRowsStreamThroughFlatMemory() throws Exception {
    long before = used();
    HttpResponse<String> answer = stream(notifying.ehr, new ManyRows(MANY));

    assertEquals(202, answer.statusCode(), answer.body());
    assertTrue(used() - before < BOUND);
    UUID id =
        UUID.fromString(
            answer.headers().firstValue("Location").orElseThrow().substring(PATH.length() + 1));
    while (!Batching.state(id).equals("DONE")) {
      Thread.onSpinWait();
    }
    assertTrue(used() - before < BOUND);
    assertEquals(MANY, notifying.notificationsOfInstitution());
  }

  private HttpResponse<String> stream(Login who, InputStream body) throws Exception {
    return stream(who, newKey(), body);
  }

  private HttpResponse<String> stream(Login who, String key, InputStream body) throws Exception {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(
            HttpRequest.newBuilder(batches)
                .header("Authorization", who.bearer())
                .header("Content-Type", NDJSON)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofInputStream(() -> body))
                .build(),
            BodyHandlers.ofString());
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
