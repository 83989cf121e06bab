package org.openhersys.tracking.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.caseOf;
import static org.openhersys.tracking.CaseTracking.cases;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.Submission;

/** Events that the reader applies in one turn. */
@QuarkusTest
class ManyEventsTest {
  private static final int MANY = 100;

  @Inject WorkerDatabase worker;
  @Inject ApplyingNotifications applying;

  private final UUID centre = Directory.healthCentre();

  @Test
  void twoNotificationsOfANewCourseOpenOneCaseThatShowsTheCurrentOne() {
    Submission first =
        inOneTurn(
            h -> {
              Submission made = Submission.written(h, centre, "HOSPITALISED");
              made.succeeded(h).revise(h, 1, "架空 花子", "HOME_CARE");
              return made;
            });

    assertEquals(1, cases(first.courseId()).size());
    assertEquals(List.of("1 架空 花子 OPEN HOME_CARE 1"), said(first));
    assertEquals(1, told(first));
    assertEquals(
        2,
        count(
            "tracking.applied_notification a join tracking.case_file f on f.id = a.case_id",
            first));
  }

  @Test
  void anEventThatComesAgainInTheSameTurnIsAppliedOnce() {
    Submission submission =
        inOneTurn(
            h -> {
              Submission made = Submission.written(h, centre, null);
              made.eventAgain(1);
              made.eventAgain(1);
              return made;
            });

    assertEquals(List.of("1 架空 太郎 OPEN - 0"), said(submission));
    assertEquals(1, told(submission));
  }

  @Test
  void whatIsRevisedAndWithdrawnInTheSameTurnIsClosedWithWhatItSaidLast() {
    Submission known = Submission.to(centre);
    caseOf(known);

    Submission fresh =
        inOneTurn(
            h -> {
              known.revise(h, 2, "架空 花子", null);
              known.withdraw(h);
              Submission made = Submission.written(h, centre, null);
              made.withdraw(h);
              return made;
            });

    assertEquals(List.of("2 架空 花子 WITHDRAWN ADMISSION_BEING_ARRANGED 1"), said(known));
    assertEquals(2, told(known));
    assertEquals(List.of("1 架空 太郎 WITHDRAWN - 0"), said(fresh));
    assertEquals(1, told(fresh));
    for (Submission each : List.of(known, fresh)) {
      assertEquals(
          1,
          count(
              "tracking.custody_entry f where case_state = 'WITHDRAWN' and f.course_id = :course",
              each));
    }
  }

  @Test
  void aFaultyOneAmongManyIsSetAsideAloneAndTheOthersAreToldInTheirOrder() {
    List<Submission> good = new ArrayList<>();
    Submission faulty =
        inOneTurn(
            h -> {
              IntStream.range(0, MANY / 3)
                  .forEach(i -> good.add(Submission.written(h, centre, "HOME_CARE")));
              Submission made = Submission.written(h, centre, "NO_SUCH_STATUS");
              IntStream.range(MANY / 3, MANY)
                  .forEach(i -> good.add(Submission.written(h, centre, null)));
              return made;
            });

    assertEquals(List.of(), cases(faulty.courseId()));
    assertEquals(
        List.of(faulty.notificationId()),
        ids("select notification_id from tracking.set_aside_event", null));
    assertEquals(
        good.stream().map(Submission::courseId).toList(),
        ids(
            """
            select f.course_id from tracking.change c join tracking.case_file f on f.id = c.case_id
            where c.organisation_id = :id order by c.xid, c.sequence
            """,
            centre));
    assertEquals(
        good.stream().map(Submission::courseId).toList(),
        ids(
            "select course_id from tracking.case_file where receiving_organisation_id = :id order by case_number",
            centre));

    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update notification.revision set current_status = null where notification_id = ?",
                    faulty.notificationId()));
    waitUntil(() -> ids("select notification_id from tracking.set_aside_event", null).isEmpty());
    assertEquals(1, cases(faulty.courseId()).size());
  }

  @Test
  void aTurnThatTakesTooLongIsTakenInParts() {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    """
                    create function public.slow() returns trigger language plpgsql as $$
                    begin
                      if (select count(*) from opened) > 10 then
                        raise exception 'injected' using errcode = '57014';
                      end if;
                      return null;
                    end $$;
                    create trigger slow after insert on tracking.case_file referencing new table as opened
                      for each statement execute function public.slow();
                    """));
    List<Submission> good = new ArrayList<>();
    try {
      inOneTurn(
          h -> {
            IntStream.range(0, MANY / 3)
                .forEach(i -> good.add(Submission.written(h, centre, null)));
            return good.get(0);
          });
    } finally {
      HersysDatabase.owner().useHandle(h -> h.execute("drop function public.slow() cascade"));
    }

    good.forEach(one -> assertEquals(1, cases(one.courseId()).size()));
    assertEquals(List.of(), ids("select notification_id from tracking.set_aside_event", null));
  }

  @Test
  void aStatusThatACentreIsJustSettingStaysAndTheOthersOfTheTurnAreThere() {
    Submission known = Submission.withoutStatus(centre);
    UUID id = caseOf(known);
    List<Submission> others = new ArrayList<>();
    try (Handle setting = HersysDatabase.owner().open();
        Handle held = placeHeld()) {
      HersysDatabase.owner()
          .useTransaction(
              h -> {
                others.add(Submission.written(h, centre, null));
                known.revise(h, 2, "架空 花子", "HOSPITALISED");
                others.add(Submission.written(h, centre, null));
              });
      setting.begin();
      setting.execute(
          """
          with known as (
            update tracking.case_file set current_status = 'HOME_CARE', status_version = 1, version = version + 1 where id = ? returning id)
          insert into tracking.status_entry (case_id, version, status, recorded_at, organisation_id, principal_id)
          select id, 1, 'HOME_CARE', now(), ?, gen_random_uuid() from known
          """,
          id,
          centre);
      held.rollback();
      waitUntil(() -> HersysDatabase.isWaiting("hersys_tracking_worker"));
      setting.commit();
    }
    waitUntil(ManyEventsTest::everythingIsRead);

    assertEquals(List.of("3 架空 花子 OPEN HOME_CARE 1"), said(known));
    others.forEach(other -> assertEquals(1, cases(other.courseId()).size()));
  }

  @Test
  void howManyStatementsItTakesDoesNotGrowWithTheEvents() {
    assertEquals(statementsFor(2), statementsFor(20));
  }

  private int statementsFor(int many) {
    AtomicInteger statements = new AtomicInteger();
    List<Submission> made = new ArrayList<>();
    try (Handle held = worker.jdbi().open()) {
      hold(held);
      HersysDatabase.owner()
          .useTransaction(
              h ->
                  IntStream.range(0, many)
                      .forEach(i -> made.add(Submission.written(h, centre, "HOME_CARE"))));
      held.setSqlLogger(
          new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
              statements.incrementAndGet();
            }
          });
      applying.apply(held, made.stream().map(Submission::notificationId).toList());
      held.rollback();
    }
    waitUntil(ManyEventsTest::everythingIsRead);
    return statements.get();
  }

  /** Written while nobody reads, so that the next turn has all of it. */
  private static Submission inOneTurn(Function<Handle, Submission> work) {
    Submission made;
    try (Handle held = placeHeld()) {
      made = HersysDatabase.owner().inTransaction(work::apply);
      held.rollback();
    }
    waitUntil(ManyEventsTest::everythingIsRead);
    return made;
  }

  private static Handle placeHeld() {
    Handle held = HersysDatabase.as("hersys_tracking_worker").open();
    hold(held);
    return held;
  }

  /** Waits for a turn that is just being taken; there is no other then until the end. */
  private static void hold(Handle handle) {
    handle.begin();
    handle.execute(
        "select sequence from tracking.reader_position where reader = 'cases' for update");
  }

  private static boolean everythingIsRead() {
    return ids(
            """
            select e.aggregate_id from notification.event e, tracking.reader_position p
            where (e.xid, e.sequence) > (p.xid, p.sequence)
            """,
            null)
        .isEmpty();
  }

  /** Version, name, state, status and its version. */
  private static List<String> said(Submission submission) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select(
                        """
                        select concat_ws(' ', version, patient_name, case_state, coalesce(current_status, '-'),
                                         (select count(*) from tracking.status_entry e where e.case_id = f.id and e.version = f.status_version))
                        from tracking.case_file f where course_id = ?
                        """,
                        submission.courseId())
                    .mapTo(String.class)
                    .list());
  }

  private static int told(Submission submission) {
    return count("tracking.change c join tracking.case_file f on f.id = c.case_id", submission);
  }

  private static int count(String from, Submission submission) {
    String where = from.contains(" where ") ? "" : " where f.course_id = :course";
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery("select count(*) from " + from + where)
                    .bind("course", submission.courseId())
                    .mapTo(Integer.class)
                    .one());
  }

  private static List<UUID> ids(String sql, UUID id) {
    return HersysDatabase.owner()
        .withHandle(
            h -> {
              var query = h.createQuery(sql);
              if (id != null) {
                query.bind("id", id);
              }
              return query.mapTo(UUID.class).list();
            });
  }
}
