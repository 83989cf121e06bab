package org.openhersys.tracking.handover;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.Handing.right;
import static org.openhersys.tracking.Handing.shared;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

/** A page must cost the same however long a centre's history is: it touches only what it shows. */
@QuarkusTest
class HandoverListPlanTest {
  private final HandoverPlace yesterday =
      new HandoverPlace(Instant.now().minusSeconds(86_400), UUID.randomUUID());

  private final Login giver = staffOf(Directory.healthCentre());
  private final Login taker = staffOf(Directory.healthCentre());

  @BeforeEach
  void aLongHistory() {
    UUID caseId = caseAt(giver.organisation());
    shared(giver, caseId, taker.organisation(), right("READ")).statusCode(200);
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute(
                  """
                  insert into tracking.handover (id, case_id, from_organisation_id, to_organisation_id, reason, state, requested_at, requested_by,
                                                 expires_at, remind_at, decided_at, assigned_organisation_id)
                  select gen_random_uuid(), ?::uuid, ?::uuid, case when i % 3 = 0 then ?::uuid else gen_random_uuid() end, '架空',
                         case when i % 3 = 0 then 'EXPIRED' when i % 3 = 1 then 'ASSIGNED' else 'CANCELLED' end, at, gen_random_uuid(),
                         at + interval '7 days', at + interval '1 day', at + interval '7 days', case when i % 3 = 1 then ?::uuid end
                  from (select i, now() - i * interval '1 minute' as at from generate_series(1, 20000) i) old
                  """,
                  caseId, giver.organisation(), taker.organisation(), taker.organisation());
              h.execute("analyze tracking.handover");
            });
  }

  @Test
  void aPageOfACentreIsReadThroughTheIndexWithAndWithoutAState() {
    for (String state : new String[] {null, "EXPIRED", "ASSIGNED", "RETURNED"}) {
      assertTouchesOnlyThePage(giver, HandoverFilter.of("outgoing", state));
      assertTouchesOnlyThePage(taker, HandoverFilter.of("incoming", state));
    }
  }

  private void assertTouchesOnlyThePage(Login login, HandoverFilter filter) {
    for (HandoverPlace place : new HandoverPlace[] {null, yesterday}) {
      String plan = explained(login, filter, place);
      assertTrue(plan.contains("Index Cond"), plan);
      assertFalse(plan.contains("Seq Scan on handover"), plan);
      assertFalse(plan.matches("(?s).*actual rows=[0-9]{4,}.*"), plan);
      assertFalse(plan.matches("(?s).*Rows Removed by Filter: [0-9]{4,}.*"), plan);
    }
  }

  private static String explained(Login login, HandoverFilter filter, HandoverPlace place) {
    return HersysDatabase.as("hersys_tracking")
        .inTransaction(
            h -> {
              login.enter(h);
              return String.join(
                  "\n",
                  HandoverRecords.paged(
                          h,
                          "explain (analyze, timing off, buffers off) ",
                          login.organisation(),
                          filter,
                          place,
                          101)
                      .mapTo(String.class)
                      .list());
            });
  }
}
