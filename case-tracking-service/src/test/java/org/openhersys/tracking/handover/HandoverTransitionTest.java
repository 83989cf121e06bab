package org.openhersys.tracking.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.casefile.HandoverState;

/** The table of transitions and the states that the contract names are of one mind. */
@QuarkusTest
class HandoverTransitionTest {

  @Test
  void everyStateButTheFirstIsReachedAndNoOtherIsThere() {
    assertEquals(
        new TreeSet<>(Stream.of(HandoverState.values()).map(Enum::name).toList()),
        new TreeSet<>(
            texts(
                "select from_state from tracking.handover_transition union select to_state from tracking.handover_transition")));
    assertEquals(
        List.of(),
        texts("select act from tracking.handover_transition where to_state = 'REQUESTED'"));
  }

  @Test
  void nothingFollowsACancellationAReturnOrAnAssignment() {
    assertEquals(
        List.of(),
        texts(
            "select act from tracking.handover_transition where from_state in ('CANCELLED', 'RETURNED', 'ASSIGNED')"));
  }

  @Test
  void eachActIsOfOneParty() {
    assertEquals(
        List.of(),
        texts(
            "select act from tracking.handover_transition group by act having count(distinct party) > 1"));
  }

  private static List<String> texts(String sql) {
    return HersysDatabase.owner().withHandle(h -> h.select(sql).mapTo(String.class).list());
  }
}
