package org.openhersys.notification.quality;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.RawSql;

/** A page of each list costs the same however long the chain is. */
@QuarkusTest
class QualityListPlanTest {
  private final Chain chain = new Chain();

  @Test
  void eachListOfEachNeedIsOneIndexRange() {
    twentyThousandRows();
    List<QualityNeed> needs = new ArrayList<>(Arrays.asList(QualityNeed.values()));
    needs.add(null);
    for (QualityStep step : QualityStep.values()) {
      Login caller = step == QualityStep.LOCAL_INSTITUTE ? chain.institute : chain.niid;
      for (QualityNeed need : needs) {
        for (boolean fromPlace : List.of(false, true)) {
          String plan =
              explained(caller, new QualityWorkList(step, need).sql(fromPlace), fromPlace);

          assertTrue(
              plan.contains(
                  step == QualityStep.LOCAL_INSTITUTE ? "quality_institute" : "quality_national"),
              plan);
          assertFalse(plan.contains("Seq Scan on quality_chain"), plan);
          assertFalse(plan.contains("Sort"), plan);
          assertFalse(plan.matches("(?s).*actual rows=[0-9]{4,}.*"), plan);
        }
      }
    }
  }

  @Test
  void ratesOfTheCountryCostWhatThePagesInstitutionsHaveSent() {
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute("set session_replication_role = replica");
              h.execute(
                  """
                  insert into notification.quality_chain
                    (notification_id, course_id, sender_organisation_id, receiving_organisation_id, area_id, submitted_at, diagnosis_category,
                     revision, confirmed_revision, seen_by_national)
                  select gen_random_uuid(), gen_random_uuid(), md5((i / 10)::text)::uuid, ?::uuid, ?::uuid, now() - i * interval '20 minutes',
                         'CONFIRMED', 1, 1, true
                  from generate_series(1, 20000) i
                  """,
                  chain.notifying.centre,
                  chain.city);
              h.execute("set session_replication_role = origin");
              h.execute("analyze notification.quality_chain");
            });
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);

    String plan =
        RawSql.inScope(
            chain.niid,
            h ->
                String.join(
                    "\n",
                    h.createQuery(
                            "explain (analyze, timing off, buffers off) "
                                + InstitutionRecords.sql(
                                    Optional.of(QualityStep.NATIONAL_SURVEILLANCE)))
                        .bind("start", now.minusDays(366))
                        .bind("end", now)
                        .bind("after", new UUID(0x1000_0000_0000_0000L, 0))
                        .bind("most", 21)
                        .mapTo(String.class)
                        .list()));

    assertTrue(plan.contains("Index Scan using quality_of_sender"), plan);
    assertFalse(plan.matches("(?s).*quality_of_sender[^\\n]*actual rows=[0-9]{4,}.*"), plan);
  }

  /** The other lists are of other rows. */
  @AfterEach
  void nothingIsLeft() {
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute(
                  "delete from notification.quality_chain where receiving_organisation_id = ?",
                  chain.notifying.centre);
              h.execute("analyze notification.quality_chain");
            });
  }

  private void twentyThousandRows() {
    HersysDatabase.owner()
        .useHandle(
            h -> {
              // Only lists are read here: the rows stand for notifications that are not there.
              h.execute("set session_replication_role = replica");
              h.execute(
                  """
                  insert into notification.quality_chain
                    (notification_id, course_id, sender_organisation_id, receiving_organisation_id, area_id, submitted_at, diagnosis_category,
                     state, version, revision, confirmed_revision, seen_by_national, warnings, missing, duplicates, open_queries)
                  select gen_random_uuid(), gen_random_uuid(), ?::uuid, ?::uuid, ?::uuid, now() - i * interval '1 second', 'CONFIRMED',
                         case when i % 2 = 0 then 'WITH_INSTITUTE' else 'WITH_NATIONAL' end, 1, case when i % 90 < 2 then 2 else 1 end, 1, true,
                         case when i % 100 < 2 then 1 else 0 end, case when i % 110 < 2 then array['/onsetDate'] else '{}' end,
                         case when i % 120 < 2 then 1 else 0 end, case when i % 130 < 2 then 1 else 0 end
                  from generate_series(1, 20000) i
                  """,
                  chain.notifying.institution, chain.notifying.centre, chain.city);
              h.execute("set session_replication_role = origin");
              h.execute("analyze notification.quality_chain");
            });
  }

  private static String explained(Login caller, String sql, boolean fromPlace) {
    return RawSql.inScope(
        caller,
        h -> {
          Query query =
              h.createQuery("explain (analyze, timing off, buffers off) " + sql).bind("most", 101);
          if (fromPlace) {
            query
                .bind("at", OffsetDateTime.now(ZoneOffset.UTC).minusHours(2))
                .bind("id", new UUID(0, 0));
          }
          return String.join("\n", query.mapTo(String.class).list());
        });
  }
}
