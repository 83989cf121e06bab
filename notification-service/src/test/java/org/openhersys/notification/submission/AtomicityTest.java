package org.openhersys.notification.submission;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.testing.HersysDatabase;

@QuarkusTest
class AtomicityTest {
  private final Notifying notifying = new Notifying();

  @AfterEach
  void mend() {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "drop function if exists public.fault() cascade; drop sequence if exists public.faults"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notification.idempotency_key",
        "notification.course",
        "notification.notification",
        "notification.revision",
        "notification.event",
        "notification.mail",
        "notification.confirmation",
        "audit.access_log"
      })
  void aFaultAnywhereLeavesNothingBehind(String table) {
    String key = newKey();
    Map<String, Long> before = rows();
    inject(table, "raise exception 'injected' using detail = '架空 太郎'");

    Response answer = submit(notifying.ehr, key, json(confirmed()));
    mend();

    answer.then().statusCode(500).body("type", equalTo("urn:openhersys:problem:internal"));
    assertFalse(answer.asString().contains("injected"));
    assertFalse(answer.asString().contains("架空"));
    assertEquals(before, rows());
    submit(notifying.ehr, key, json(confirmed())).then().statusCode(201);
  }

  @Test
  void aTakenSmartphoneEntryIdIsReplacedByAnother() {
    String taken = submit(notifying.ehr, newKey(), json(confirmed())).path("smartphoneEntryId");
    HersysDatabase.owner().useHandle(h -> h.execute("create sequence public.faults"));
    inject(
        "notification.course",
        "if nextval('public.faults') <= 2 then new.smartphone_entry_id := '" + taken + "'; end if");

    Response answer = submit(notifying.ehr, newKey(), json(confirmed()));

    assertEquals(201, answer.statusCode());
    assertNotEquals(taken, answer.path("smartphoneEntryId"));
    assertEquals(2, notifying.notificationsOfInstitution());
  }

  private static Map<String, Long> rows() {
    return List.of(
            "notification.idempotency_key",
            "notification.course",
            "notification.notification",
            "notification.revision",
            "notification.event",
            "notification.mail",
            "notification.confirmation",
            "audit.access_log")
        .stream()
        .collect(Collectors.toMap(table -> table, Notifying::count));
  }

  private static void inject(String table, String fault) {
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute(
                  "create function public.fault() returns trigger language plpgsql security definer as $$ begin "
                      + fault
                      + "; return new; end $$");
              h.execute(
                  "create trigger fault before insert on "
                      + table
                      + " for each row execute function public.fault()");
            });
  }
}
