package org.openhersys.notification.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

@QuarkusTest
class TracesTest {
  private final Notifying notifying = new Notifying();

  @Test
  void aSubmissionLeavesOneEventWithIdsOnly() {
    UUID id = notifying.submitted();

    List<Map<String, Object>> events =
        HersysDatabase.owner()
            .withHandle(
                h ->
                    h.createQuery("select * from notification.event where aggregate_id = ?")
                        .bind(0, id)
                        .mapToMap()
                        .list());

    assertEquals(1, events.size());
    assertEquals("NOTIFICATION_SUBMITTED", events.get(0).get("kind"));
    assertEquals(1, events.get(0).get("aggregate_version"));
  }

  @Test
  void aSubmissionIsLoggedWithWhoAndWhatAndNoName() {
    Login ward = Directory.person(notifying.institution, Role.PHYSICIAN, "見本 花子");
    Response receipt =
        Notifying.as(ward)
            .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .contentType("application/json")
            .header("Idempotency-Key", newKey())
            .body(json(confirmed()))
            .post(Notifying.PATH);

    Map<String, Object> row = onlyRow(ward, "notification.submit");

    assertEquals("ALLOWED", row.get("outcome"));
    assertEquals("hersys_notification", row.get("database_role"));
    assertEquals(ward.session(), row.get("session_id"));
    assertEquals(notifying.institution, row.get("organisation_id"));
    assertEquals("見本 花子", row.get("operator"));
    assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", row.get("trace_id"));
    assertEquals(
        List.of(receipt.<String>path("id"), receipt.<String>path("courseId")), row.get("subjects"));
    assertFalse(row.toString().contains("架空"));
  }

  @Test
  void aLookIsLogged() {
    UUID id = notifying.submitted();
    Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

    Notifying.read(staff, id).then().statusCode(200);

    Map<String, Object> row = onlyRow(staff, "notification.read");
    assertEquals("ALLOWED", row.get("outcome"));
    assertTrue(row.get("subjects").toString().contains(id.toString()));
    assertNotNull(row.get("trace_id"));
  }

  @Test
  void aLookInVainIsLoggedAsDenied() {
    UUID id = notifying.submitted();
    Login stranger = Directory.person(Directory.healthCentre("131016"), Role.HEALTH_CENTRE_STAFF);

    Notifying.read(stranger, id).then().statusCode(404);

    Map<String, Object> row = onlyRow(stranger, "notification.read");
    assertEquals("DENIED", row.get("outcome"));
    assertEquals(List.of(id.toString()), row.get("subjects"));
  }

  @Test
  void aRepeatedReceiptIsLoggedAsOne() {
    String key = newKey();
    String body = json(confirmed());
    submit(notifying.ehr, key, body);

    submit(notifying.ehr, key, body);

    assertEquals("ALLOWED", onlyRow(notifying.ehr, "notification.submit").get("outcome"));
    assertEquals("ALLOWED", onlyRow(notifying.ehr, "notification.receipt").get("outcome"));
  }

  private static Map<String, Object> onlyRow(Login who, String operation) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery(
                        "select outcome, database_role, session_id, organisation_id, operator, trace_id, subjects::text as ids"
                            + " from audit.access_log where principal_id = ? and operation = ?")
                    .bind(0, who.principal())
                    .bind(1, operation)
                    .map(
                        (row, context) -> {
                          Map<String, Object> logged = new HashMap<>();
                          for (String column :
                              List.of("outcome", "database_role", "operator", "trace_id")) {
                            logged.put(column, row.getString(column));
                          }
                          logged.put("session_id", row.getObject("session_id", UUID.class));
                          logged.put(
                              "organisation_id", row.getObject("organisation_id", UUID.class));
                          logged.put(
                              "subjects",
                              List.of(row.getString("ids").replaceAll("[{}]", "").split(",")));
                          return logged;
                        })
                    .one());
  }
}
