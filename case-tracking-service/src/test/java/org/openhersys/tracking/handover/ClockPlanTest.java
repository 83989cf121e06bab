package org.openhersys.tracking.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;

/** What time does must cost the same however much is not due yet: it reads only what is. */
@QuarkusTest
class ClockPlanTest {
  private static final int NOT_DUE = 20_000;
  // What other tests left due, or nearly.
  private static final int MOST_READ = 2_000;

  private final UUID centre = Directory.healthCentre();

  @Test
  void whatIsNotDueIsNotRead() {
    try (Handle owner = HersysDatabase.owner().open()) {
      owner.begin();
      muchThatIsNotDue(owner);

      assertReadsLittle(owner, "custody_ground", "select tracking.announce_departures(100)");
      assertReadsLittle(owner, "handover", "select tracking.expire_handovers(100)");
      assertReadsLittle(owner, "handover", "select tracking.remind_handovers('1 day', 100)");
      owner.rollback();
    }
  }

  private void muchThatIsNotDue(Handle owner) {
    owner.execute(
        """
        with filled as (
          insert into tracking.case_file
            (id, case_number, course_id, smartphone_entry_id, disease, diagnosis_category, patient_name, sex, birth_date,
             receiving_organisation_id, responsible_organisation_id, submitted_at, changed_at)
          select gen_random_uuid(), 'T' || i || ?::text, gen_random_uuid(), 'T' || i || ?::text, 'COVID_19', 'CONFIRMED', '架空 太郎', 'MALE', date '1961-04-05',
                 ?::uuid, ?::uuid, now(), now()
          from generate_series(1, ?::int) i
          returning id, receiving_organisation_id),
        ending as (
          insert into tracking.custody_ground (case_id, organisation_id, ground, custody_right, until)
          select id, receiving_organisation_id, 'FORMER', 'READ', now() + interval '30 days' from filled)
        insert into tracking.handover (id, case_id, from_organisation_id, to_organisation_id, reason, requested_at, requested_by, expires_at, remind_at)
        select gen_random_uuid(), id, receiving_organisation_id, gen_random_uuid(), '架空', now(), gen_random_uuid(),
               now() + interval '7 days', now() + interval '1 day'
        from filled
        """,
        centre,
        centre,
        centre,
        centre,
        NOT_DUE);
    owner.execute("analyze tracking.case_file, tracking.custody_ground, tracking.handover");
  }

  private static void assertReadsLittle(Handle owner, String table, String sql) {
    List<Long> before = read(owner, table);
    owner.select(sql).mapTo(Integer.class).one();
    List<Long> after = read(owner, table);

    assertEquals(before.get(0), after.get(0), sql + " scanned the table");
    long fetched = after.get(1) - before.get(1);
    assertTrue(fetched < MOST_READ, sql + " read " + fetched + " rows through an index");
  }

  // Rows of the table that this transaction read, by scanning it and through its indexes.
  private static List<Long> read(Handle owner, String table) {
    return owner
        .select(
            "select seq_tup_read, idx_tup_fetch from pg_stat_xact_user_tables where schemaname = 'tracking' and relname = ?",
            table)
        .map((row, context) -> List.of(row.getLong(1), row.getLong(2)))
        .one();
  }
}
