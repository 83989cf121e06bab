package org.openhersys.notification.dailycount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openhersys.notification.dailycount.DailyCounting.persons;
import static org.openhersys.notification.dailycount.DailyCounting.report;
import static org.openhersys.notification.dailycount.DailyCounting.today;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;

/** Daily counts behind the service: what the database itself refuses. */
@QuarkusTest
class DailyCountWallTest {
  private static final String ROLE = "hersys_notification";
  private final DailyCounting counting = new DailyCounting();
  private UUID id;

  @BeforeEach
  void aReportOfToday() {
    id = UUID.fromString(report(counting.clerk, today(), persons("AGE_0", 1)).path("id"));
  }

  @Test
  void onlyTheReporterAndItsAreaSeeIt() {
    assertEquals(1, seen(counting.clerk));
    assertEquals(1, seen(counting.staff));
    assertEquals(1, seen(counting.cityHall));
    assertEquals(0, seen(Directory.person(Directory.institution("131016"), Role.CLERK)));
    assertEquals(0, seen(Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF)));
  }

  @Test
  void nobodyReportsForAnotherOrIntoAnotherArea() {
    String insert =
        "insert into notification.daily_count (id, day, reporter_organisation_id, area_organisation_id, revision, reported_at) values (?, '2023-01-01', ?, ?, 1, now())";

    refused(counting.staff, insert, Uuids.next(), counting.institution, counting.centre);
    refused(counting.clerk, insert, Uuids.next(), counting.institution, Directory.healthCentre());
    allowed(counting.clerk, insert, Uuids.next(), counting.institution, counting.centre);
  }

  @Test
  void nobodyButTheReporterAndItsLocalGovernmentRevises() {
    String revision =
        """
        insert into notification.daily_count_revision (daily_count_id, revision, counts, reason, recorded_at, organisation_id, principal_id)
        values (?, 2, '{}', ?, now(), ?, ?)
        """;

    refused(counting.staff, revision, id, "架空", counting.centre, counting.staff.principal());
    refused(counting.cityHall, revision, id, null, counting.city, counting.cityHall.principal());
    refused(counting.cityHall, revision, id, "架空", counting.city, counting.clerk.principal());
    allowed(counting.cityHall, revision, id, "架空", counting.city, counting.cityHall.principal());
    allowed(counting.clerk, revision, id, null, counting.institution, counting.clerk.principal());
  }

  @Test
  void whatWasReportedIsNeverChangedOrTakenBack() {
    refused(
        counting.clerk,
        "update notification.daily_count_revision set counts = '{}' where daily_count_id = ?",
        id);
    refused(counting.clerk, "delete from notification.daily_count where id = ?", id);
    refused(counting.clerk, "update notification.daily_count set day = day - 1 where id = ?", id);
  }

  private int seen(Login who) {
    try (Handle handle = who.entered(ROLE)) {
      int seen =
          handle
              .createQuery(
                  "select count(*) from notification.daily_count c join notification.daily_count_revision r on r.daily_count_id = c.id where c.id = ?")
              .bind(0, id)
              .mapTo(int.class)
              .one();
      handle.rollback();
      return seen;
    }
  }

  private static void allowed(Login who, String sql, Object... arguments) {
    try (Handle handle = who.entered(ROLE)) {
      assertEquals(1, handle.execute(sql, arguments));
      handle.rollback();
    }
  }

  private static void refused(Login who, String sql, Object... arguments) {
    try (Handle handle = who.entered(ROLE)) {
      assertThrows(UnableToExecuteStatementException.class, () -> handle.execute(sql, arguments));
      handle.rollback();
    }
  }
}
