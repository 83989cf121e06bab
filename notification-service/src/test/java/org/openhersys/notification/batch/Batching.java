package org.openhersys.notification.batch;

import static org.openhersys.notification.mail.Mailing.waitUntil;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.Told;
import org.openhersys.notification.submission.Notifying;

/** What is done with batches. */
public final class Batching {
  static final String PATH = "/api/v1/notification-batches";
  static final String NDJSON = "application/x-ndjson";
  private static final RestAssuredConfig AS_IT_IS =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private Batching() {}

  /** So many rows of people who are like nobody else. */
  static String rows(int many) {
    return Stream.generate(() -> Notifying.json(Notifying.confirmed()))
        .limit(many)
        .collect(Collectors.joining("\n"));
  }

  static Response submit(Login who, String key, String body) {
    return Notifying.as(who)
        .config(AS_IT_IS)
        .header("Idempotency-Key", key)
        .contentType(NDJSON)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(PATH);
  }

  /** A batch that was received. */
  static UUID submitted(Login who, String body) {
    return Told.id(submit(who, Notifying.newKey(), body).then().statusCode(202));
  }

  /** The same, and everything in it is processed. */
  static JsonPath done(Login who, String body) {
    UUID id = submitted(who, body);
    waitUntilDone(id);
    return read(who, id).jsonPath();
  }

  static Response read(Login who, UUID id) {
    return Notifying.as(who).get(PATH + "/" + id);
  }

  static Response rows(Login who, UUID id, Map<String, ?> query) {
    return Notifying.as(who).queryParams(query).get(PATH + "/" + id + "/rows");
  }

  static Response cancel(Login who, UUID id) {
    return Notifying.as(who).post(PATH + "/" + id + "/cancellation");
  }

  static void waitUntilDone(UUID id) {
    waitUntil(() -> state(id).equals("DONE"));
  }

  static String state(UUID id) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select("select state from notification.batch where id = ?", id)
                    .mapTo(String.class)
                    .findOne()
                    .orElse("NONE"));
  }

  /** How a batch fails now: SQLSTATE and attempts in a row; none where it does not. */
  static List<String> failures(UUID id) {
    return texts(
        "select failure || ' ' || attempts from notification.batch where id = ? and attempts > 0",
        id);
  }

  static long chunks(UUID id) {
    return Notifying.count("notification.batch_chunk where batch_id = '" + id + "'");
  }

  static long batchesOf(UUID organisation) {
    return Notifying.count("notification.batch where organisation_id = '" + organisation + "'");
  }

  /**
   * A batch that waits, and that no worker finds anything to do in: its turn is after that of all
   * others.
   */
  public static UUID waiting(Login sender) {
    UUID id = Uuids.next();
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into notification.batch (id, organisation_id, principal_id, session_id, role, state, received, begun_at, touched_at, received_at, worked_at)
                    values (?, ?, ?, ?, ?, 'WAITING', 1, now(), now(), now(), now() + interval '1 day')
                    """,
                    id,
                    sender.organisation(),
                    sender.principal(),
                    sender.session(),
                    sender.role() == null ? null : sender.role().name()));
    return id;
  }

  /** A batch with two rows that are done, of which one was refused. */
  public static UUID processed(Login sender) {
    UUID id = submitted(sender, Notifying.json(Notifying.confirmed()) + "\n{}\n");
    waitUntilDone(id);
    return id;
  }

  /** Takes what waits for a centre out of the outbox: other tests wait for mails of their own. */
  static void forgetMails(UUID centre) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "delete from notification.mail where recipient_organisation_id = ? and state = 'WAITING'",
                    centre));
  }

  /** What an owner sees. */
  static List<String> texts(String sql, Object... arguments) {
    return HersysDatabase.owner()
        .withHandle(h -> h.select(sql, arguments).mapTo(String.class).list());
  }
}
