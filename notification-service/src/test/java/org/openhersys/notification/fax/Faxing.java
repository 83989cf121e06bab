package org.openhersys.notification.fax;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.Told;
import org.openhersys.notification.submission.Notifying;

/** What is done with faxes. */
public final class Faxing {
  public static final String PATH = "/api/v1/faxes";
  public static final String PDF = "application/pdf";
  private static final RestAssuredConfig AS_IT_IS =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private Faxing() {}

  /** An original unlike any other. */
  public static byte[] pdf() {
    return ("%PDF-1.4\n架空のFAX " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
  }

  public static Response register(
      Login who, String key, Map<String, ?> details, String type, byte[] original) {
    return Notifying.as(who)
        .config(AS_IT_IS)
        .queryParams(details)
        .header("Idempotency-Key", key)
        .contentType(type)
        .body(original)
        .post(PATH);
  }

  public static UUID registered(Login who, Map<String, ?> details) {
    return Told.id(register(who, Notifying.newKey(), details, PDF, pdf()).then().statusCode(201));
  }

  public static Response read(Login who, UUID id) {
    return Notifying.as(who).get(PATH + "/" + id);
  }

  public static Response list(Login who, Map<String, ?> query) {
    return Notifying.as(who).queryParams(query).get(PATH);
  }

  public static Response claimOldest(Login who) {
    return Notifying.as(who).post(PATH + "/claim");
  }

  public static Response claim(Login who, UUID id) {
    return Notifying.as(who).post(PATH + "/" + id + "/claim");
  }

  public static Response release(Login who, UUID id) {
    return Notifying.as(who).delete(PATH + "/" + id + "/claim");
  }

  public static Response enter(Login who, UUID id, String key, String form) {
    return Notifying.as(who)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(form.getBytes(StandardCharsets.UTF_8))
        .post(PATH + "/" + id + "/notification");
  }

  /** Enters it as a 追加登録 to that notification. */
  public static Response enter(Login who, UUID id, UUID succeeds, String key, String form) {
    return Notifying.as(who)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .queryParam("succeeds", succeeds)
        .body(form.getBytes(StandardCharsets.UTF_8))
        .post(PATH + "/" + id + "/notification");
  }

  public static Response reopen(Login who, UUID id, String body) {
    return Notifying.as(who)
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(PATH + "/" + id + "/reopening");
  }

  public static Response close(Login who, UUID id, String body) {
    return Notifying.as(who)
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(PATH + "/" + id + "/closing");
  }

  /** Lets the claim upon a fax run out. */
  public static void expire(UUID id) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update notification.fax set claimed_until = now() - interval '1 second' where id = ?",
                    id));
  }
}
