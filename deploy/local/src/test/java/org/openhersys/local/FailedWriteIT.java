package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.local.RunningSystem.assertIsProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.Request;

/**
 * Whichever write of a request fails, nothing of it stays, and the same request succeeds once
 * afterwards. Which tables a request writes is seen from one that succeeds.
 */
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // A trigger on every table is made once.
class FailedWriteIT {
  private final RunningSystem system;
  private final Superuser superuser;
  private final Operations operations;
  private final Writes writes;

  FailedWriteIT(RunningSystem system) {
    this.system = system;
    this.superuser = system.superuser();
    this.operations = new Operations(system);
    this.writes = new Writes(superuser);
  }

  @BeforeAll
  void observe() {
    writes.observe();
  }

  @AfterEach
  void mend() {
    writes.mend();
  }

  @AfterAll
  void end() {
    writes.end();
  }

  @Test
  void everyOperationOfTheContractIsAmongThese() {
    assertEquals(Set.of(), Operations.forgotten());
  }

  @ParameterizedTest
  @MethodSource("org.openhersys.local.Operations#changing")
  void whicheverWriteFailsNothingStaysAndTheSameRequestSucceedsOnceAfterwards(String operation) {
    for (String write : writesOf(operation)) {
      Request request = operations.ready(operation);
      system.awaitQuiet();
      Rows before = Rows.of(superuser);
      writes.fail(write);

      Exchange refused = system.send(request);

      writes.mend();
      assertTrue(Set.of(500, 503).contains(refused.status()), write + ": " + refused.body());
      assertIsProblem(refused);
      assertEquals(List.of(), before.differences(Rows.of(superuser)), write);
      assertSucceedsOnce(request);
    }
  }

  private List<String> writesOf(String operation) {
    Request request = operations.ready(operation);
    assertSucceeded(system.send(request));
    List<String> seen = writes.ofTrace(Operations.traceId(request));
    assertTrue(seen.contains("INSERT audit.access_log"), operation + " writes " + seen);
    return seen;
  }

  /**
   * A second time it is answered with the same resource where it has a key, and else no more
   * possible or without effect.
   */
  private void assertSucceedsOnce(Request request) {
    Exchange first = system.send(request);
    assertSucceeded(first);
    system.awaitQuiet();
    Rows once = Rows.of(superuser);
    Exchange second = system.send(request);
    if (request.headers().containsKey("Idempotency-Key")) {
      assertEquals(first.status(), second.status(), second.body());
      assertEquals(first.header("Location"), second.header("Location"));
      assertOnlyAnswered(once);
    } else if (request.headers().containsKey("If-Match")) {
      assertTrue(Set.of(200, 404, 409, 412).contains(second.status()), second.body());
      assertEquals(
          second.status() == 200 ? List.of("audit.access_log") : List.of(),
          once.differences(Rows.of(superuser)));
    }
  }

  /**
   * Nothing but that somebody was told it once more, which may count against how often one may ask.
   */
  private void assertOnlyAnswered(Rows before) {
    List<String> changed = new ArrayList<>(before.differences(Rows.of(superuser)));
    changed.remove("notification.likeness_asked");
    assertEquals(List.of("audit.access_log"), changed);
  }

  private static void assertSucceeded(Exchange answer) {
    assertTrue(answer.status() / 100 == 2, answer.request().target() + ": " + answer.body());
  }
}
