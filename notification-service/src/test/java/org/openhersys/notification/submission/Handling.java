package org.openhersys.notification.submission;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.Told;
import org.openhersys.notification.form.SampleForm;

/** What is done with a notification after it was submitted. */
public final class Handling {
  private Handling() {}

  private static String of(UUID id, String part) {
    return Notifying.PATH + "/" + id + part;
  }

  public static Response sheet(Login who, UUID id) {
    return Notifying.as(who).get(of(id, "/confirmation"));
  }

  public static Response confirm(Login who, UUID id, String tag) {
    return Notifying.as(who).header("If-Match", tag).post(of(id, "/confirmation"));
  }

  /** Looks at the sheet, then confirms. */
  public static Response confirm(Login who, UUID id) {
    return confirm(who, id, sheet(who, id).header("ETag"));
  }

  public static Response ask(Login who, UUID id, String body) {
    return Notifying.as(who)
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(of(id, "/questions"));
  }

  /** Asks so many questions; their ids. */
  public static List<UUID> asked(Login who, UUID id, int many) {
    String items = "{\"text\": \"発病年月日は（架空の質問）\"},".repeat(many);
    return Told.ids(
        ask(who, id, "{\"items\": [" + items.substring(0, items.length() - 1) + "]}")
            .then()
            .statusCode(201));
  }

  public static Response answer(Login who, UUID id, UUID question) {
    return Notifying.as(who)
        .contentType("application/json")
        .body("{\"text\": \"架空の回答\"}".getBytes(StandardCharsets.UTF_8))
        .post(of(id, "/questions/" + question + "/answer"));
  }

  /** Looks at the notification, then sets a warning aside. */
  public static Response setAside(Login who, UUID id, String pointer, String code) {
    return Notifying.as(who)
        .contentType("application/json")
        .header("If-Match", "\"" + id + "-" + revision(id) + "\"")
        .body("{\"pointer\": \"%s\", \"code\": \"%s\"}".formatted(pointer, code))
        .post(of(id, "/findings/set-aside"));
  }

  public static Response withdraw(Login who, UUID id, UUID question) {
    return Notifying.as(who).post(of(id, "/questions/" + question + "/withdrawal"));
  }

  public static Response questions(Login who, UUID id) {
    return Notifying.as(who).get(of(id, "/questions"));
  }

  public static Response patch(Login who, UUID id, String tag, String patch) {
    return Notifying.as(who)
        .contentType("application/merge-patch+json")
        .header("If-Match", tag)
        .body(patch.getBytes(StandardCharsets.UTF_8))
        .patch(of(id, ""));
  }

  public static Response succeeded(Login who, UUID id, String key, String body) {
    return Notifying.as(who)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(of(id, "/successor"));
  }

  /** A 追加登録 to it that was accepted. */
  public static UUID succeeded(Login who, UUID id, SampleForm form) {
    return Told.id(
        succeeded(who, id, Notifying.newKey(), Notifying.json(form)).then().statusCode(201));
  }

  /** Reads the notification, then takes it back. */
  public static Response withdrawn(Login who, UUID id) {
    return withdrawn(who, id, "\"" + id + "-" + revision(id) + "\"", "{\"reason\": \"架空の理由\"}");
  }

  public static Response withdrawn(Login who, UUID id, String tag, String body) {
    return Notifying.as(who)
        .contentType("application/json")
        .header("If-Match", tag)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(of(id, "/withdrawal"));
  }

  /** Reads the notification, then supplements it. */
  public static Response patch(Login who, UUID id, String patch) {
    return patch(who, id, "\"" + id + "-" + revision(id) + "\"", patch);
  }

  public static Response revisions(Login who, UUID id) {
    return Notifying.as(who).get(of(id, "/revisions"));
  }

  public static Response revision(Login who, UUID id, int revision) {
    return Notifying.as(who).get(of(id, "/revisions/" + revision));
  }

  public static Response list(Login who, Map<String, ?> query) {
    return Notifying.as(who).queryParams(query).get(Notifying.PATH);
  }

  public static Response search(Login who, String body) {
    return Notifying.as(who)
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(Notifying.PATH + "/search");
  }

  /** The mails about a notification, as {@code kind occasion}, in no order. */
  public static List<String> mails(UUID id, UUID recipient) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery(
                        "select kind || ' ' || occasion from notification.mail"
                            + " where subject_id = ? and recipient_organisation_id = ? order by 1")
                    .bind(0, id)
                    .bind(1, recipient)
                    .mapTo(String.class)
                    .list());
  }

  /** The events of a notification, in order, as {@code kind revision}. */
  public static List<String> events(UUID id) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery(
                        "select kind || ' ' || aggregate_version from notification.event where aggregate_id = ? order by sequence")
                    .bind(0, id)
                    .mapTo(String.class)
                    .list());
  }

  /** How often somebody did something, and how it ended. */
  public static long logged(Login who, String operation, String outcome) {
    return Notifying.count(
        "audit.access_log where principal_id = '%s' and operation = '%s' and outcome = '%s'"
            .formatted(who.principal(), operation, outcome));
  }

  private static int revision(UUID id) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery("select revision from notification.notification where id = ?")
                    .bind(0, id)
                    .mapTo(int.class)
                    .one());
  }
}
