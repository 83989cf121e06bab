package org.openhersys.notification.worklist;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.confirmation.ConfirmationState;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

/**
 * A page must cost the same however many notifications there are: it touches only what it shows.
 */
@QuarkusTest
class WorkListPlanTest {
  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @BeforeEach
  void twentyThousandNotifications() {
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute(
                  """
                  with filled as (
                    select gen_random_uuid() as id, gen_random_uuid() as course_id, i, now() - i * interval '1 second' as at,
                           ?::uuid as sender, ?::uuid as centre
                    from generate_series(1, 20000) i),
                  course as (
                    insert into notification.course
                    select course_id, regexp_replace(lpad((trunc(random() * 1e7)::bigint * 100000 + i)::text, 12, '0'), '(....)(....)(....)', '\\1-\\2-\\3'),
                           'COVID_19', sender, centre, at
                    from filled on conflict do nothing returning id),
                  sent as (select filled.* from filled join course on course.id = filled.course_id),
                  notification as (
                    insert into notification.notification
                    select id, course_id, 'COVID_19', '2023-05-08', sender, centre, 1, at, '{"CONFIRMED": "2026-11-23"}' from sent),
                  revision as (
                    insert into notification.revision
                      (notification_id, revision, organisation_id, entered_by, recorded_at, document, findings, diagnosis_category,
                       patient_name, patient_name_kana, sex, birth_date)
                    select id, 1, sender, sender, at, jsonb_build_object('inHousePatientId', 'MIHON-' || i), '[]', 'CONFIRMED',
                           '架空 ' || i, 'カクウ ' || i, 'MALE', date '1900-01-01' + i
                    from sent)
                  insert into notification.confirmation
                  select id, course_id, sender, centre, at, case when i % 2 = 0 then 'CONFIRMED' else 'TO_BE_CONFIRMED' end, 1 from sent
                  """,
                  notifying.institution, notifying.centre);
              h.execute(
                  "analyze notification.course, notification.notification, notification.revision, notification.confirmation");
            });
  }

  @Test
  void aPageIsReadThroughTheIndexAndNothingIsScanned() {
    for (WorkList.Side side : WorkList.Side.values()) {
      for (ConfirmationState state : ConfirmationState.values()) {
        WorkList list = new WorkList(side, state);
        String index =
            side == WorkList.Side.RECEIVED ? "confirmation_received" : "confirmation_sent";
        Login caller =
            side == WorkList.Side.RECEIVED
                ? staff
                : Directory.person(notifying.institution, Role.CLERK);
        for (boolean fromPlace : List.of(false, true)) {
          String plan =
              explained(
                  caller,
                  SummaryRecords.listSql(list, fromPlace),
                  Map.of("organisation", caller.organisation(), "state", state.name()),
                  fromPlace);
          assertTrue(plan.contains(index), plan);
          assertTouchesLittle(plan);
        }
      }
    }
  }

  @Test
  void whatWasChangedSinceIsReadThroughAnIndexOfItsOwn() {
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute(
                  "update notification.confirmation set changed_at = now() - (submitted_at - now()) where state = 'CONFIRMED' and receiving_organisation_id = ?",
                  notifying.centre);
              h.execute("analyze notification.confirmation");
            });
    WorkList list = new WorkList(WorkList.Side.RECEIVED, ConfirmationState.CONFIRMED, true);
    for (boolean fromPlace : List.of(false, true)) {
      String plan =
          explained(
              staff,
              SummaryRecords.listSql(list, fromPlace),
              Map.of("organisation", notifying.centre),
              fromPlace);
      assertTrue(plan.contains("confirmation_changed"), plan);
      assertTouchesLittle(plan);
    }
  }

  @Test
  void aNameAKanaABirthDateAndAPatientIdAreFoundThroughTheirIndexes() {
    assertFoundThrough("revision_patient_name", criteria("架空17001", null, null, null));
    assertFoundThrough("revision_patient_name_kana", criteria(null, "かくう17001", null, null));
    assertFoundThrough(
        "revision_birth_date", criteria(null, null, LocalDate.of(1946, 7, 19), null));
    assertFoundThrough("revision_in_house_patient_id", criteria(null, null, null, "mihon-17001"));
  }

  @Test
  void anEntryIdIsFoundThroughItsIndex() {
    String entryId =
        HersysDatabase.owner()
            .withHandle(
                h ->
                    h.createQuery(
                            "select smartphone_entry_id from notification.course where receiving_organisation_id = ? limit 1")
                        .bind(0, notifying.centre)
                        .mapTo(String.class)
                        .one());

    assertFoundThrough(
        "course_smartphone_entry_id_key",
        new SearchCriteria(entryId, null, null, null, null, null, null));
  }

  private void assertFoundThrough(String index, SearchCriteria criteria) {
    String plan =
        explained(
            staff, criteria.pageSql(false) + "select * from page", criteria.arguments(), false);

    assertTrue(plan.contains(index + " "), plan);
    assertTouchesLittle(plan);
  }

  private static SearchCriteria criteria(
      String name, String kana, LocalDate birthDate, String inHouse) {
    return new SearchCriteria(null, name, kana, birthDate, null, null, inHouse);
  }

  private static void assertTouchesLittle(String plan) {
    for (String table : List.of("confirmation", "notification", "revision", "course")) {
      assertFalse(plan.matches("(?s).*Seq Scan on " + table + "\\b.*"), plan);
    }
    assertFalse(plan.matches("(?s).*actual rows=[0-9]{4,}.*"), plan);
  }

  private String explained(Login caller, String sql, Map<String, ?> arguments, boolean fromPlace) {
    return RawSql.inScope(
        caller,
        h -> {
          Query query =
              h.createQuery("explain (analyze, timing off, buffers off) " + sql)
                  .bindMap(arguments)
                  .bind("most", 101);
          if (fromPlace) {
            query
                .bind("at", OffsetDateTime.now(ZoneOffset.UTC).minusHours(2))
                .bind("id", new UUID(0, 0));
          }
          return String.join("\n", query.mapTo(String.class).list());
        });
  }
}
