package org.openhersys.tracking;

import static org.openhersys.tracking.CaseTracking.as;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

/** What centres and local governments do with a handover and with who shares a case, over HTTP. */
public final class Handing {
  public static final String REASON = "{\"reason\": \"見本の理由（架空）\"}";

  private Handing() {}

  /** A turn with the tag that the handover has for the one who takes it. */
  public static ValidatableResponse turned(Login login, UUID handover, String act, String body) {
    return turned(login, handover, act, body, tag(login, handover));
  }

  public static ValidatableResponse turned(
      Login login, UUID handover, String act, String body, String tag) {
    RequestSpecification request = tag == null ? as(login) : as(login).header("If-Match", tag);
    if (body != null) {
      request.contentType("application/json").body(body);
    }
    return request.post("/api/v1/handovers/" + handover + "/" + act).then();
  }

  public static String tag(Login login, UUID handover) {
    return as(login).get("/api/v1/handovers/" + handover).header("ETag");
  }

  public static ValidatableResponse assigned(Login government, UUID handover, UUID to) {
    return turned(government, handover, "assignment", assignment(to));
  }

  /** As time leaves it: the requested centre was reminded. */
  public static UUID reminded(UUID handover) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update tracking.handover set reminders = 1, reminded_at = now(), remind_at = now() + interval '1 day' where id = ?",
                    handover));
    return handover;
  }

  public static String assignment(UUID to) {
    return "{\"toOrganisationId\": \"%s\", \"reason\": \"管轄のため（架空）\"}".formatted(to);
  }

  /**
   * Shares the case.
   *
   * @param body {@code {"right": …}}
   */
  public static ValidatableResponse shared(Login login, UUID caseId, UUID centre, String body) {
    return shared(login, caseId, centre, body, listTag(login, caseId));
  }

  public static ValidatableResponse shared(
      Login login, UUID caseId, UUID centre, String body, String tag) {
    RequestSpecification request = tag == null ? as(login) : as(login).header("If-Match", tag);
    return request
        .contentType("application/json")
        .body(body)
        .put("/api/v1/cases/" + caseId + "/related-centres/" + centre)
        .then();
  }

  public static ValidatableResponse unshared(Login login, UUID caseId, UUID centre) {
    return as(login)
        .header("If-Match", listTag(login, caseId))
        .delete("/api/v1/cases/" + caseId + "/related-centres/" + centre)
        .then();
  }

  public static String right(String right) {
    return "{\"right\": \"%s\"}".formatted(right);
  }

  public static String right(String right, Object until) {
    return "{\"right\": \"%s\", \"until\": \"%s\"}".formatted(right, until);
  }

  /** The tag of the list, or one that never was where the list is not seen. */
  public static String listTag(Login login, UUID caseId) {
    String tag = as(login).get("/api/v1/cases/" + caseId + "/related-centres").header("ETag");
    return tag == null ? "\"nonsense\"" : tag;
  }

  /** Staff of a local government above these organisations. */
  public static Login governmentAbove(UUID... organisations) {
    UUID government = Directory.organisation("LOCAL_GOVERNMENT", "架空県", null);
    for (UUID organisation : organisations) {
      HersysDatabase.owner()
          .useHandle(
              h ->
                  h.execute(
                      "update identity.organisation set parent_id = ? where id = ?",
                      government,
                      organisation));
    }
    return Directory.person(government, Role.LOCAL_GOVERNMENT_STAFF);
  }

  public static void closed(UUID organisation) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update identity.organisation set active = false where id = ?", organisation));
  }

  /** How many such mails wait for that organisation. */
  public static int mails(String kind, UUID recipient, UUID subject) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select(
                        "select count(*) from notification.mail where kind = ? and recipient_organisation_id = ? and subject_id = ?",
                        kind,
                        recipient,
                        subject)
                    .mapTo(Integer.class)
                    .one());
  }

  /** The kinds of all mails about a subject, with their recipients, oldest first. */
  public static List<String> allMails(UUID subject) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select(
                        """
                        select kind || ' ' || recipient_organisation_id || case when smartphone_entry_id is null then '' else ' with id' end
                        from notification.mail where subject_id = ? order by created_at, kind, recipient_organisation_id
                        """,
                        subject)
                    .mapTo(String.class)
                    .list());
  }
}
