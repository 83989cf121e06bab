package org.openhersys.tracking.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.caseOf;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.timeOver;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.problem.DatabaseFailures;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.Submission;

/**
 * The second wall: what the service's role sees and changes by raw SQL, without any where-clause of
 * the code's.
 */
@QuarkusTest
class RowLevelSecurityTest {
  private static final String NOT_ALLOWED = "42501";
  private static final List<String> RELATIONS_OF_THE_CASE =
      List.of(
          "tracking.case_file",
          "tracking.custody_entry",
          "tracking.custody",
          "tracking.custody_ground",
          "tracking.custody_history",
          "tracking.status_entry",
          "tracking.applied_notification",
          "tracking.handover",
          "tracking.handover_turn",
          "notification.course",
          "notification.notification",
          "notification.revision",
          "notification.published_notification",
          "notification.published_confirmation");
  private static final List<String> RELATIONS =
      Stream.concat(RELATIONS_OF_THE_CASE.stream(), Stream.of("tracking.change")).toList();
  private static final List<String> FORBIDDEN =
      List.of(
          "update tracking.custody_entry set until = null",
          "delete from tracking.custody_entry",
          "insert into tracking.custody_entry (case_id, organisation_id, course_id, custody_right, submitted_at) select id, identity.current_organisation(), course_id, 'WRITE', submitted_at from tracking.case_file",
          "update tracking.custody_ground set custody_right = 'WRITE'",
          "delete from tracking.custody_ground",
          "update tracking.custody_history set reason = '架空'",
          "delete from tracking.custody_history",
          "update tracking.handover_turn set reason = '架空'",
          "update tracking.case_file set writing_organisation_ids = '{}'",
          "update tracking.handover_transition set party = 'CLOCK'",
          "select tracking.set_ground(gen_random_uuid(), identity.current_organisation(), 'RELATED', 'WRITE', null, null)",
          "select tracking.open_custody(gen_random_uuid(), null, null, null)",
          "select tracking.open_custody(array[gen_random_uuid()], null, null, null)",
          "select tracking.derive_custody(array[gen_random_uuid()], array[identity.current_organisation()])",
          "select tracking.show_case_state(array[gen_random_uuid()])",
          "select tracking.expire_handovers(1)",
          "insert into tracking.change (organisation_id, case_id, kind) values (identity.current_organisation(), gen_random_uuid(), 'UPSERT')",
          "delete from tracking.change",
          "update tracking.case_file set responsible_organisation_id = identity.current_organisation()",
          "update tracking.case_file set patient_name = '架空 次郎'",
          "delete from tracking.case_file",
          "update tracking.status_entry set status = 'UNKNOWN'",
          "delete from tracking.status_entry",
          "update tracking.handover set state = 'ACCEPTED'",
          "update tracking.reader_position set sequence = 0",
          "update notification.revision set patient_name = '架空 次郎'",
          "update notification.confirmation set state = 'CONFIRMED'",
          "select * from audit.access_log",
          "delete from audit.access_log",
          "insert into audit.access_log (id, principal_id, operation, outcome, subjects, recorded_at) values (gen_random_uuid(), identity.current_principal(), 'case.read', 'ALLOWED', '{}', '2020-01-01')",
          "select * from identity.account",
          "select tracking.announce_departures(1)",
          "select tracking.announce(gen_random_uuid())",
          "select tracking.announce(array[gen_random_uuid()])",
          "select notification.post_mail('CASE_SHARED', identity.current_organisation(), gen_random_uuid(), '', null)");

  private final UUID receiving = Directory.healthCentre();
  private final UUID giver = Directory.healthCentre();
  private final UUID taker = Directory.healthCentre();
  private final UUID stranger = Directory.healthCentre();
  private Submission submission;
  private UUID caseId;
  private UUID handover;

  /** Notified to one centre, handed over to a second, and by that to a third. */
  @BeforeEach
  void aCaseThatWasHandedOverTwice() {
    submission = Submission.to(receiving);
    caseId = caseOf(submission);
    accepted(requested(caseId, staffOf(receiving), giver), staffOf(giver));
    handover = requested(caseId, staffOf(giver), taker);
    accepted(handover, staffOf(taker));
  }

  @Test
  void withoutACallerNothingIsSeen() {
    for (String relation : RELATIONS) {
      int seen = HersysDatabase.as("hersys_tracking").withHandle(h -> rows(h, relation));
      assertEquals(0, seen, relation);
    }
  }

  @Test
  void aStrangerSeesNothingForeignWhereTheResponsibleCentreSeesTheCase() {
    Login foreigner = staffOf(stranger);
    Login responsible = staffOf(taker);
    for (String relation : RELATIONS) {
      int foreign = seenBy(foreigner, h -> rows(h, relation));
      int own = seenBy(responsible, h -> rows(h, relation));
      assertEquals(0, foreign, relation);
      assertTrue(own > 0, relation);
    }
  }

  @Test
  void aFormerCentreSeesNothingOnceItsTimeIsOver() {
    Login former = staffOf(giver);
    for (String relation : RELATIONS_OF_THE_CASE) {
      int before = seenBy(former, h -> rows(h, relation));
      assertTrue(before > 0, relation);
    }

    timeOver(caseId, giver);

    for (String relation : RELATIONS_OF_THE_CASE) {
      int after = seenBy(former, h -> rows(h, relation));
      assertEquals(0, after, relation);
    }
  }

  @Test
  void aFormerCentreLearnsNothingMoreThroughItsHandover() {
    timeOver(caseId, giver);

    String count = "select count(*) from tracking.handover_summary('" + handover + "')";
    int former = seenBy(staffOf(giver), h -> number(h, count));
    assertEquals(0, former);
  }

  @Test
  void whoOnlyReadsSeesOnlyItsOwnCustody() {
    assertEquals(
        List.of(receiving.toString()),
        seenBy(
            staffOf(receiving),
            h ->
                h.select("select organisation_id::text from tracking.custody_entry")
                    .mapTo(String.class)
                    .list()));
  }

  @Test
  void theServicesRoleMayDoNothingElse() {
    Login responsible = staffOf(taker);
    for (String sql : FORBIDDEN) {
      JdbiException refused =
          assertThrows(JdbiException.class, () -> seenBy(responsible, h -> h.execute(sql)), sql);
      assertEquals(NOT_ALLOWED, DatabaseFailures.state(refused), sql);
    }
  }

  @Test
  void aCentreThatOnlyReadsCannotChangeTheStatus() {
    String change = "update tracking.case_file set current_status = 'DECEASED'";

    assertEquals(0, changedBy(staffOf(receiving), change));
    assertEquals(0, changedBy(staffOf(stranger), change));
    assertEquals(1, changedBy(staffOf(taker), change));
  }

  @Test
  void nobodyWritesAStatusWithoutTheRightOrInSomebodyElsesName() {
    assertStatusEntryRefused(staffOf(receiving), receiving);
    assertStatusEntryRefused(staffOf(stranger), stranger);
    assertStatusEntryRefused(staffOf(taker), giver);
  }

  @Test
  void nobodyHandsOverWhatIsNotItsOwn() {
    Login reader = staffOf(receiving);
    JdbiException refused =
        assertThrows(
            JdbiException.class,
            () ->
                seenBy(
                    reader,
                    h ->
                        h.execute(
                            """
                            insert into tracking.handover (id, case_id, from_organisation_id, to_organisation_id, reason, requested_at, requested_by)
                            values (gen_random_uuid(), ?, ?, ?, '架空', now(), ?)
                            """,
                            caseId,
                            receiving,
                            stranger,
                            reader.principal())));

    assertEquals(NOT_ALLOWED, DatabaseFailures.state(refused));
  }

  @Test
  void nobodyAnnouncesACaseThatItDoesNotSee() {
    assertEquals(0, announcedBy(staffOf(stranger)));
    assertEquals(3, announcedBy(staffOf(receiving)));
  }

  private int announcedBy(Login login) {
    return seenBy(
        login,
        h -> {
          h.select("select tracking.announce_seen(?)", caseId).map((row, context) -> true).one();
          return number(
              h,
              "select n_tup_ins from pg_stat_xact_user_tables where schemaname = 'tracking' and relname = 'change'");
        });
  }

  private void assertStatusEntryRefused(Login login, UUID organisation) {
    JdbiException refused =
        assertThrows(
            JdbiException.class,
            () ->
                seenBy(
                    login,
                    h ->
                        h.execute(
                            """
                            insert into tracking.status_entry (case_id, version, status, recorded_at, organisation_id, principal_id)
                            values (?, 99, 'DECEASED', now(), ?, ?)
                            """,
                            caseId,
                            organisation,
                            login.principal())));

    assertEquals(NOT_ALLOWED, DatabaseFailures.state(refused));
  }

  private static Integer rows(Handle handle, String relation) {
    return number(handle, "select count(*) from " + relation);
  }

  private static Integer number(Handle handle, String sql) {
    return handle.select(sql).mapTo(Integer.class).one();
  }

  private static int changedBy(Login login, String sql) {
    return seenBy(login, h -> h.execute(sql));
  }

  private static <T> T seenBy(Login login, Function<Handle, T> work) {
    try (Handle handle = HersysDatabase.as("hersys_tracking").open()) {
      handle.begin();
      try {
        login.enter(handle);
        return work.apply(handle);
      } finally {
        handle.rollback();
      }
    }
  }
}
