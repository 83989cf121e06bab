package org.openhersys.notification.quality;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.Told;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;

/**
 * A centre below a city with an institute, below a prefecture with another one; NIID; and what they
 * do with a notification.
 */
final class Chain {
  private static final String PATH = "/api/v1/quality-checks";

  final Notifying notifying = new Notifying();
  final UUID prefecture = Directory.organisation("LOCAL_GOVERNMENT", "架空県", null);
  final UUID city = below(prefecture, Directory.organisation("LOCAL_GOVERNMENT", "架空市", null));
  final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF, "見本 花子");
  final Login institute = institute(city);
  final Login prefecturesInstitute = institute(prefecture);
  final Login niid =
      Directory.person(
          Directory.organisation("NATIONAL_SURVEILLANCE", "架空研究所", null),
          Role.NATIONAL_SURVEILLANCE,
          "見本 三郎");

  Chain() {
    below(city, notifying.centre);
  }

  static Login institute(UUID area) {
    return Directory.person(
        below(area, Directory.organisation("LOCAL_INSTITUTE", "架空衛生研究所", null)),
        Role.LOCAL_INSTITUTE_STAFF,
        "見本 次郎");
  }

  static UUID below(UUID above, UUID organisation) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update identity.organisation set parent_id = ? where id = ?",
                    above,
                    organisation));
    return organisation;
  }

  /** Submitted and confirmed by the centre. */
  UUID confirmed() {
    UUID id = notifying.submitted();
    confirm(id);
    return id;
  }

  void confirm(UUID id) {
    Handling.confirm(staff, id).then().statusCode(200);
  }

  /** Confirmed, and checked by the institute. */
  UUID passedOn() {
    UUID id = confirmed();
    check(institute, id).then().statusCode(200);
    return id;
  }

  static Response list(Login who, Map<String, ?> query) {
    return Notifying.as(who).queryParams(query).get(PATH);
  }

  static Response sheet(Login who, UUID id) {
    return Notifying.as(who).get(PATH + "/" + id);
  }

  /** Looks at the sheet, then says that it is checked. */
  static Response check(Login who, UUID id) {
    return check(who, id, sheet(who, id).header("ETag"));
  }

  static Response check(Login who, UUID id, String tag) {
    return Notifying.as(who).header("If-Match", tag).post(PATH + "/" + id + "/checks");
  }

  static Response ask(Login who, UUID id, String body) {
    return Notifying.as(who)
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(PATH + "/" + id + "/queries");
  }

  static UUID asked(Login who, UUID id) {
    List<UUID> queries =
        Told.ids(
            ask(
                    who,
                    id,
                    "{\"items\": [{\"pointer\": \"/onsetDate\", \"text\": \"発病年月日は（架空の照会）\"}]}")
                .then()
                .statusCode(201));
    return queries.get(queries.size() - 1);
  }

  static Response reply(Login who, UUID id, UUID query) {
    return Notifying.as(who)
        .contentType("application/json")
        .body("{\"text\": \"架空の回答\"}".getBytes(StandardCharsets.UTF_8))
        .post(PATH + "/" + id + "/queries/" + query + "/reply");
  }

  static Response close(Login who, UUID id, UUID query) {
    return Notifying.as(who).post(PATH + "/" + id + "/queries/" + query + "/closure");
  }

  static Response queries(Login who, Map<String, ?> query) {
    return Notifying.as(who).queryParams(query).get(PATH + "/queries");
  }

  static Response institutions(Login who, Object from, Object to) {
    return Notifying.as(who)
        .queryParam("from", from.toString())
        .queryParam("to", to.toString())
        .get(PATH + "/institutions");
  }
}
