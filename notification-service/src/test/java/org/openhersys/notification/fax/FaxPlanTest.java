package org.openhersys.notification.fax;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.fax.Faxing.registered;

import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.RawSql;

/** A fax machine that sends the same page all night costs a list nothing. */
@QuarkusTest
class FaxPlanTest {
  private final Login staff = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);

  @Test
  void theFirstOfTheSameContentIsOneEntryOfAnIndexHoweverManyThereAre() {
    registered(staff, Map.of());
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute(
                  """
                  insert into notification.fax (id, organisation_id, received_on, media_type, bytes, digest, registered_at, registered_by)
                  select gen_random_uuid(), ?::uuid, current_date, 'application/pdf', 1, sha256('the same'), now() - i * interval '1 second', ?::uuid
                  from generate_series(1, 5000) i
                  """,
                  staff.organisation(),
                  staff.principal());
              h.execute("analyze notification.fax");
            });

    String plan =
        RawSql.inScope(
            staff,
            h ->
                String.join(
                    "\n",
                    h.createQuery(
                            "explain (analyze, timing off, buffers off) "
                                + FaxRecords.pageSql(FaxState.WAITING, null))
                        .bind("organisation", staff.organisation())
                        .bind("now", OffsetDateTime.now(ZoneOffset.UTC))
                        .bind("most", 101)
                        .mapTo(String.class)
                        .list()));

    assertTrue(plan.contains("fax_content"), plan);
    assertTrue(plan.contains("fax_list"), plan);
    assertFalse(plan.contains("Sort"), plan);
    assertFalse(plan.matches("(?s).*actual rows=[0-9]{4,}.*"), plan);
  }
}
