package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.local.RunningSystem.assertIsProblem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.Request;

/** Nothing about people is shown or changed while the access log cannot be written ([S23, S25]). */
@ExtendWith(SharedSystem.class)
class BrokenAccessLogIT {
  private static final String GRANTS =
      """
      select format('grant insert (%s) on audit.access_log to %I', string_agg(column_name, ', '), grantee)
      from information_schema.column_privileges
      where table_schema = 'audit' and table_name = 'access_log' and privilege_type = 'INSERT' and grantee <> 'hersys_owner'
      group by grantee
      """;

  private final RunningSystem system;
  private final Superuser superuser;
  private final Operations operations;
  private final Writes writes;
  private final List<String> grants;

  BrokenAccessLogIT(RunningSystem system) {
    this.system = system;
    this.superuser = system.superuser();
    this.operations = new Operations(system);
    this.writes = new Writes(superuser);
    this.grants = superuser.column(GRANTS);
  }

  @AfterEach
  void mend() {
    writes.mend();
    grants.forEach(superuser::execute);
  }

  @Test
  void withALogThatRaisesNothingAboutPeopleIsAnswered() {
    Map<String, Request> requests = ready();

    writes.fail("INSERT audit.access_log");

    assertRefused(requests);
    mend();
    assertAccounted(requests);
  }

  @Test
  void withoutTheRightToWriteTheLogNothingAboutPeopleIsAnswered() {
    Map<String, Request> requests = ready();

    superuser
        .column(
            "select distinct grantee from information_schema.column_privileges where table_schema = 'audit' and grantee <> 'hersys_owner'")
        .forEach(role -> superuser.execute("revoke insert on audit.access_log from " + role));

    assertRefused(requests);
    mend();
    assertAccounted(requests);
  }

  /** All of them, each with a state of its own to work on. */
  private Map<String, Request> ready() {
    Map<String, Request> requests = new LinkedHashMap<>();
    Operations.aboutPeople().forEach(id -> requests.put(id, operations.ready(id)));
    system.awaitQuiet();
    return requests;
  }

  private void assertRefused(Map<String, Request> requests) {
    Rows before = Rows.of(superuser);
    requests.forEach(
        (id, request) -> {
          Exchange answer = system.send(request);
          assertTrue(answer.status() >= 500, id + ": " + answer.status());
          assertIsProblem(answer);
        });
    assertEquals(List.of(), before.differences(Rows.of(superuser)));
  }

  /** The same requests succeed now, and each leaves its row, or one for each thing that it did. */
  private void assertAccounted(Map<String, Request> requests) {
    requests.forEach(
        (id, request) -> {
          Exchange answer = system.send(request);
          assertTrue(answer.status() / 100 == 2, id + ": " + answer.body());
          assertEquals(
              List.of("ALLOWED"),
              superuser.column(
                  "select distinct outcome from audit.access_log where trace_id = ?",
                  Operations.traceId(request)),
              id);
        });
  }
}
