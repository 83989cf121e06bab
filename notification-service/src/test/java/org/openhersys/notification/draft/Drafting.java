package org.openhersys.notification.draft;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.openhersys.api.http.ETags;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.Told;
import org.openhersys.notification.submission.Notifying;

/** What is done with drafts. */
public final class Drafting {
  public static final String PATH = "/api/v1/notification-drafts";
  public static final String REPORT = "{\"attestedBy\": \"見本 医師\"}";

  private Drafting() {}

  public static Response create(Login who, String key, String body) {
    return Notifying.as(who)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(PATH);
  }

  /** A draft of a form that could be reported; its id. */
  public static UUID typed(Login who) {
    return typed(who, Notifying.json(Notifying.confirmed().with(form -> form.attestedBy = null)));
  }

  public static UUID typed(Login who, String body) {
    return Told.id(create(who, Notifying.newKey(), body).then().statusCode(201));
  }

  public static Response read(Login who, UUID id) {
    return Notifying.as(who).get(PATH + "/" + id);
  }

  public static Response change(Login who, UUID id, int revision, String patch) {
    return Notifying.as(who)
        .contentType("application/merge-patch+json")
        .header("If-Match", tag(id, revision))
        .body(patch.getBytes(StandardCharsets.UTF_8))
        .patch(PATH + "/" + id);
  }

  public static Response discard(Login who, UUID id, int revision) {
    return Notifying.as(who).header("If-Match", tag(id, revision)).delete(PATH + "/" + id);
  }

  public static Response revisions(Login who, UUID id) {
    return Notifying.as(who).get(PATH + "/" + id + "/revisions");
  }

  public static Response report(Login who, UUID id, int revision, String key, String body) {
    return Notifying.as(who)
        .contentType("application/json")
        .header("If-Match", tag(id, revision))
        .header("Idempotency-Key", key)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(PATH + "/" + id + "/report");
  }

  public static Response report(Login who, UUID id, int revision) {
    return report(who, id, revision, Notifying.newKey(), REPORT);
  }

  public static String tag(UUID id, int revision) {
    return ETags.strong(id, revision);
  }
}
