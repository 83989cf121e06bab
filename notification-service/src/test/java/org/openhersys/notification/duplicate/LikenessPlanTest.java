package org.openhersys.notification.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.Sex;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

/** What looking for the same person costs: a few rows, however many notifications there are. */
@QuarkusTest
class LikenessPlanTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @BeforeEach
  void twentyThousandOfThatNameAndAsManyOfThatBirthDate() {
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute(
                  """
                  with filled as (
                    select gen_random_uuid() as id, gen_random_uuid() as course_id, i, ?::uuid as sender, ?::uuid as centre
                    from generate_series(1, 40000) i),
                  course as (
                    insert into notification.course
                    select course_id, regexp_replace(lpad((trunc(random() * 1e7)::bigint * 100000 + i)::text, 12, '0'), '(....)(....)(....)', '\\1-\\2-\\3'),
                           'COVID_19', sender, centre, now()
                    from filled on conflict do nothing returning id),
                  sent as (select filled.* from filled join course on course.id = filled.course_id),
                  notification as (
                    insert into notification.notification
                    select id, course_id, 'COVID_19', '2023-05-08', sender, centre, 1, now(), '{"CONFIRMED": "2026-11-23"}' from sent),
                  confirmation as (
                    insert into notification.confirmation
                      (notification_id, course_id, sender_organisation_id, receiving_organisation_id, submitted_at)
                    select id, course_id, sender, centre, now() from sent)
                  insert into notification.revision
                    (notification_id, revision, organisation_id, entered_by, recorded_at, document, findings, diagnosis_category,
                     patient_name, patient_name_kana, sex, birth_date)
                  select id, 1, sender, sender, now(),
                         jsonb_build_object('currentLocation', jsonb_build_object('phone', '090' || lpad(i::text, 8, '0'))), '[]', 'CONFIRMED',
                         '架空 ' || i, case when i % 2 = 0 then 'サトウ タロウ' else 'ミホン ' || i end, 'MALE',
                         case when i % 2 = 0 then date '1900-01-01' + i else date '1890-05-05' end
                  from sent
                  """,
                  notifying.institution, notifying.centre);
              h.execute(
                  "analyze notification.notification, notification.revision, notification.confirmation");
            });
  }

  @Test
  void whoIsLikeNobodyIsLookedForThroughTheIndexesAlone() {
    Likeness common =
        new Likeness(
            "サトウ タロウ", LocalDate.of(1890, 5, 5), Sex.MALE, "090-9999-0000", "090-9999-0001", DAY);

    RawSql.inScope(
        staff,
        h -> {
          assertEquals(false, found(h, common));
          assertEquals(0, touched(h, "seq_scan"));
          assertTrue(touched(h, "idx_tup_fetch") < 10);
          return null;
        });
  }

  @Test
  void whoIsLikeSomebodyIsFoundAsCheaply() {
    Likeness alike =
        new Likeness("ベツ ジン", LocalDate.of(1890, 5, 5), Sex.MALE, null, "090-0001-0001", DAY);

    RawSql.inScope(
        staff,
        h -> {
          assertEquals(true, found(h, alike));
          assertEquals(0, touched(h, "seq_scan"));
          assertTrue(touched(h, "idx_tup_fetch") < 10);
          return null;
        });
  }

  @Test
  void norDoManyAtOnceCostMoreThanAFewRowsEach() {
    HersysDatabase.as("hersys_batch")
        .useTransaction(
            h -> {
              assertEquals(
                  List.of(2, 4),
                  h.createQuery(
                          """
                          select notification.likely_same_persons(
                            array['サトウ タロウ', 'ベツ ジン', 'ベツ ヒト', 'べつ ひと'], array_fill(date '1890-05-05', array[4]),
                            array_fill(text 'MALE', array[4]), array['090-9999-0000', null, null, null],
                            array[null, '090-0001-0001', null, null], array_fill(date '2026-11-23', array[4]))
                          order by 1
                          """)
                      .mapTo(Integer.class)
                      .list());
              assertEquals(0, touched(h, "seq_scan"));
              assertTrue(touched(h, "idx_tup_fetch") < 10);
            });
  }

  private static boolean found(Handle handle, Likeness likeness) {
    return likeness
        .bind(handle.createQuery("select " + Likeness.SQL))
        .bind("course", (UUID) null)
        .mapTo(Boolean.class)
        .one();
  }

  /** What this transaction did to notifications, their revisions and confirmations. */
  private static long touched(Handle handle, String what) {
    return handle
        .createQuery(
            "select sum(%s) from pg_stat_xact_user_tables where schemaname = 'notification' and relname in ('notification', 'revision', 'confirmation')"
                .formatted(what))
        .mapTo(Long.class)
        .one();
  }
}
