package org.openhersys.tracking.casefile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.tracking.CaseTracking.staffOf;

import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

/** A page must cost the same however many cases there are: it touches only what it shows. */
@QuarkusTest
class CaseListPlanTest {
  private final UUID centre = Directory.healthCentre();
  private final Login staff = staffOf(centre);

  @BeforeEach
  void thirtyThousandCases() {
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute(
                  """
                  with filled as (
                    insert into tracking.case_file
                      (id, case_number, course_id, smartphone_entry_id, disease, diagnosis_category, patient_name, sex, birth_date,
                       receiving_organisation_id, responsible_organisation_id, case_state, submitted_at, changed_at)
                    select gen_random_uuid(), 'P' || i || ?::text, gen_random_uuid(), 'P' || i || ?::text, 'COVID_19', 'CONFIRMED', '架空 太郎', 'MALE', date '1961-04-05',
                           ?::uuid, ?::uuid, case when i % 100 = 0 then 'RULED_OUT' else 'OPEN' end, now() - i * interval '1 second', now()
                    from generate_series(1, 30000) i
                    returning id, course_id, receiving_organisation_id, case_state, submitted_at)
                  insert into tracking.custody_entry (case_id, organisation_id, course_id, custody_right, case_state, submitted_at)
                  select id, receiving_organisation_id, course_id, 'WRITE', case_state, submitted_at from filled
                  """,
                  centre, centre, centre, centre);
              h.execute("analyze tracking.case_file, tracking.custody_entry");
            });
  }

  @Test
  void aPageIsReadThroughTheIndexAndNothingIsScanned() {
    for (CaseOrder order : CaseOrder.values()) {
      for (CaseState state : Arrays.asList(null, CaseState.OPEN)) {
        CaseListing listing = new CaseListing(order, state);
        assertTouchesOnlyThePage("custody_entry_list", explained(listing, false));
        assertTouchesOnlyThePage("custody_entry_list", explained(listing, true));
      }
      CaseListing closed = new CaseListing(order, CaseState.RULED_OUT);
      assertTouchesOnlyThePage("custody_entry_closed", explained(closed, false));
      assertTouchesOnlyThePage("custody_entry_closed", explained(closed, true));
    }
  }

  private static void assertTouchesOnlyThePage(String index, String plan) {
    assertTrue(plan.contains(index), plan);
    assertFalse(plan.contains("Seq Scan on case_file"), plan);
    assertFalse(plan.contains("Seq Scan on custody_entry"), plan);
    assertFalse(plan.contains("Sort Method: external"), plan);
    assertFalse(plan.matches("(?s).*actual rows=[0-9]{4,}.*"), plan);
  }

  private String explained(CaseListing listing, boolean fromPlace) {
    return HersysDatabase.as("hersys_tracking")
        .inTransaction(
            h -> {
              staff.enter(h);
              Query query =
                  h.createQuery(
                          "explain (analyze, timing off, buffers off) "
                              + CaseRecords.pageSql(listing, fromPlace))
                      .bind("organisation", centre)
                      .bind("most", 101);
              if (fromPlace) {
                query
                    .bind("at", OffsetDateTime.now(ZoneOffset.UTC).minusHours(4))
                    .bind("case", centre);
              }
              List<String> lines = query.mapTo(String.class).list();
              return String.join("\n", lines);
            });
  }
}
