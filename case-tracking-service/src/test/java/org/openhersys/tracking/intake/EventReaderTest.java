package org.openhersys.tracking.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.tracking.CaseTracking.afterSeveralPolls;
import static org.openhersys.tracking.CaseTracking.caseOf;
import static org.openhersys.tracking.CaseTracking.cases;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.openhersys.api.identifier.CheckDigit;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.Submission;

@QuarkusTest
class EventReaderTest {
  private final UUID centre = Directory.healthCentre();

  @Test
  void aNotificationBecomesACaseOfTheReceivingCentre() {
    Submission submission = Submission.to(centre);

    Map<String, Object> found = caseFile(caseOf(submission));
    assertEquals("架空 太郎", found.get("patient_name"));
    assertEquals(centre, found.get("receiving_organisation_id"));
    assertEquals(centre, found.get("responsible_organisation_id"));
    assertEquals("ADMISSION_BEING_ARRANGED", found.get("current_status"));
    assertEquals(1, found.get("status_version"));
    assertTrue(CheckDigit.holds(found.get("case_number").toString().replace("-", "")));
    assertEquals(
        List.of("WRITE"),
        texts(
            "select custody_right from tracking.custody_entry where case_id = ? and until is null",
            found.get("id")));
    assertEquals(
        List.of(centre.toString()),
        texts(
            "select organisation_id::text from tracking.change where case_id = ?",
            found.get("id")));
    assertEquals(
        List.of(submission.institution() + " 見本 看護師"),
        texts(
            "select organisation_id || ' ' || operator from tracking.status_entry where case_id = ?",
            found.get("id")));
  }

  @Test
  void withoutAFirstStatusItIsNotYetKnown() {
    UUID id = caseOf(Submission.withoutStatus(centre));

    assertEquals(0, caseFile(id).get("status_version"));
    assertEquals(
        List.of(), texts("select status from tracking.status_entry where case_id = ?", id));
  }

  @Test
  void theSameEventAgainChangesNothing() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);

    submission.eventAgain(1);
    submission.eventAgain(1);
    caseOf(Submission.to(centre));

    assertEquals(List.of(id), cases(submission.courseId()));
    assertEquals(1, caseFile(id).get("version"));
    assertEquals(1, changes(id));
  }

  @Test
  void replayingEveryEventCreatesNothingTwice() {
    List<Submission> submissions =
        IntStream.range(0, 5).mapToObj(i -> Submission.to(centre)).toList();
    List<UUID> ids = submissions.stream().map(s -> caseOf(s)).toList();
    int changesBefore = ids.stream().mapToInt(EventReaderTest::changes).sum();

    owner("update tracking.reader_position set xid = '0', sequence = 0 where reader = 'cases'");
    waitUntil(this::everythingIsRead);

    assertEquals(ids, submissions.stream().flatMap(s -> cases(s.courseId()).stream()).toList());
    assertEquals(changesBefore, ids.stream().mapToInt(EventReaderTest::changes).sum());
  }

  @Test
  void aReaderKilledHalfWayLosesAndDoublesNothing() {
    List<Submission> submissions;
    try (Handle blocker = HersysDatabase.owner().open()) {
      blocker.begin();
      blocker.execute("lock table tracking.applied_notification in exclusive mode");
      submissions = IntStream.range(0, 3).mapToObj(i -> Submission.to(centre)).toList();
      waitUntil(() -> !halfWay().isEmpty());

      halfWay().forEach(pid -> owner("select pg_terminate_backend(" + pid + ")"));
      blocker.rollback();
    }

    submissions.forEach(submission -> caseOf(submission));
    submissions.forEach(s -> assertEquals(1, cases(s.courseId()).size()));
    submissions.forEach(s -> assertEquals(1, changes(caseOf(s))));
  }

  @Test
  void aLowerRevisionIsIgnored() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);
    owner(
        "update tracking.applied_notification set revision = 5 where notification_id = ?",
        submission.notificationId());

    HersysDatabase.owner().useTransaction(h -> submission.revise(h, 4, "架空 古い", null));
    caseOf(Submission.to(centre));

    assertEquals("架空 太郎", caseFile(id).get("patient_name"));
    assertEquals(1, caseFile(id).get("version"));
  }

  @Test
  void aHigherRevisionBringsTheCaseUpToDateAndLeavesTheStatusToTheCentre() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);

    HersysDatabase.owner().useTransaction(h -> submission.revise(h, 2, "架空 花子", "CARE_ENDED"));
    waitUntil(() -> caseFile(id).get("version").equals(2));

    assertEquals("架空 花子", caseFile(id).get("patient_name"));
    assertEquals("ADMISSION_BEING_ARRANGED", caseFile(id).get("current_status"));
    assertEquals(2, changes(id));
  }

  @Test
  void aConfirmationIsToldOnceHoweverOftenItsEventComes() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);

    HersysDatabase.owner().useTransaction(h -> submission.confirm(h, 1));
    waitUntil(() -> caseFile(id).get("version").equals(2));
    HersysDatabase.owner().useTransaction(h -> submission.confirmedEvent(h, 1));
    submission.eventAgain(1);
    caseOf(Submission.to(centre));

    assertEquals(2, caseFile(id).get("version"));
    assertEquals(2, changes(id));
  }

  @Test
  void aRevisionAndItsConfirmationThatAreReadTogetherAreToldOnce() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);

    HersysDatabase.owner()
        .useTransaction(
            h -> {
              submission.revise(h, 2, "架空 花子", null);
              submission.confirm(h, 2);
            });
    caseOf(Submission.to(centre));

    assertEquals(2, caseFile(id).get("version"));
    assertEquals(2, changes(id));
  }

  @Test
  void anotherConfirmationIsToldAgain() {
    Submission submission = Submission.to(centre);
    UUID id = caseOf(submission);
    HersysDatabase.owner().useTransaction(h -> submission.confirm(h, 1));
    waitUntil(() -> caseFile(id).get("version").equals(2));

    HersysDatabase.owner().useTransaction(h -> submission.confirm(h, 1));
    waitUntil(() -> caseFile(id).get("version").equals(3));

    assertEquals(3, changes(id));
  }

  @Test
  void anEventOfATransactionHeldOpenIsNotSkipped() {
    try (Handle held = HersysDatabase.owner().open()) {
      held.begin();
      Submission first = Submission.written(held, centre, null);
      Submission later = Submission.to(centre);

      afterSeveralPolls();
      assertEquals(List.of(), cases(first.courseId()));
      held.commit();

      caseOf(first);
      caseOf(later);
    }
  }

  @Test
  void anInstanceWaitsForNobodyWhileAnotherOneReads() {
    Submission submission;
    try (Handle otherInstance = HersysDatabase.as("hersys_tracking_worker").open()) {
      otherInstance.begin();
      otherInstance.execute(
          "select sequence from tracking.reader_position where reader = 'cases' for update");
      submission = Submission.to(centre);

      afterSeveralPolls();
      assertEquals(List.of(), cases(submission.courseId()));
      assertEquals(List.of(), halfWay());
      otherInstance.rollback();
    }

    caseOf(submission);
  }

  private boolean everythingIsRead() {
    return texts(
            """
            select e.sequence::text from notification.event e, tracking.reader_position p
            where (e.xid, e.sequence) > (p.xid, p.sequence)
            """)
        .isEmpty();
  }

  private static List<String> halfWay() {
    return texts(
        """
        select pid::text from pg_stat_activity where usename = 'hersys_tracking_worker' and wait_event_type = 'Lock'
        """);
  }

  private static Map<String, Object> caseFile(UUID id) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery("select * from tracking.case_file where id = ?")
                    .bind(0, id)
                    .mapToMap()
                    .one());
  }

  private static int changes(UUID caseId) {
    return texts("select sequence::text from tracking.change where case_id = ?", caseId).size();
  }

  private static List<String> texts(String sql, Object... arguments) {
    return HersysDatabase.owner()
        .withHandle(h -> h.select(sql, arguments).mapTo(String.class).list());
  }

  private static void owner(String sql, Object... arguments) {
    HersysDatabase.owner().useHandle(h -> h.execute(sql, arguments));
  }
}
