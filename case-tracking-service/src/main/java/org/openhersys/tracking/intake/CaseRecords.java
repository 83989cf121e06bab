package org.openhersys.tracking.intake;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.identifier.Uuids;

/** Cases, as the reader opens and keeps them: each method one statement, for however many. */
@Singleton
class CaseRecords {
  private static final String OPEN =
      """
      with given as (
        select * from unnest(cast(:courses as uuid[]), cast(:ids as uuid[]), cast(:numbers as text[]))
          with ordinality given (course_id, id, case_number, place)
      ),
      state as (%s),
      opened as (
        insert into tracking.case_file
          (id, case_number, course_id, smartphone_entry_id, disease, diagnosis_category, diagnosis_date, patient_name,
           patient_name_kana, sex, birth_date, municipality_code, receiving_organisation_id, responsible_organisation_id,
           writing_organisation_ids, case_state, current_status, status_version, submitted_at, changed_at)
        select g.id, g.case_number, s.course_id, s.smartphone_entry_id, s.disease, s.diagnosis_category, s.diagnosis_date, s.patient_name,
               s.patient_name_kana, s.sex, s.birth_date, s.municipality_code, s.receiving_organisation_id, s.receiving_organisation_id,
               array[s.receiving_organisation_id], s.case_state, s.current_status, case when s.current_status is null then 0 else 1 end,
               s.first_submitted_at, :now
        from given g join state s on s.course_id = g.course_id order by g.place
        returning id
      ),
      first_status as (
        insert into tracking.status_entry (case_id, version, status, recorded_at, organisation_id, principal_id, operator)
        select g.id, 1, s.current_status, s.recorded_at, s.sender_organisation_id, s.entered_by, s.operator
        from given g join state s on s.course_id = g.course_id where s.current_status is not null
      )
      select tracking.open_custody(array_agg(g.id order by g.place), array_agg(s.sender_organisation_id order by g.place),
                                   array_agg(s.entered_by order by g.place), array_agg(s.operator order by g.place))
      from opened o join given g on g.id = o.id join state s on s.course_id = g.course_id
      """
          .formatted(NotificationRecords.STATE);

  private static final String REFRESH =
      """
      with given as (
        select * from unnest(cast(:courses as uuid[]), cast(:ids as uuid[]), cast(:statusless as boolean[]))
          given (course_id, id, statusless)
      ),
      state as (%s),
      first_status as (
        insert into tracking.status_entry (case_id, version, status, recorded_at, organisation_id, principal_id, operator)
        select g.id, 1, s.current_status, s.recorded_at, s.sender_organisation_id, s.entered_by, s.operator
        from given g join state s on s.course_id = g.course_id where g.statusless and s.current_status is not null
        returning case_id, status
      )
      update tracking.case_file f
      set diagnosis_category = s.diagnosis_category, diagnosis_date = s.diagnosis_date, patient_name = s.patient_name,
          patient_name_kana = s.patient_name_kana, sex = s.sex, birth_date = s.birth_date, municipality_code = s.municipality_code,
          case_state = s.case_state, current_status = coalesce(t.status, f.current_status),
          status_version = case when t.status is null then f.status_version else 1 end, version = f.version + 1, changed_at = :now
      from given g join state s on s.course_id = g.course_id left join first_status t on t.case_id = g.id
      where f.id = g.id
      """
          .formatted(NotificationRecords.STATE);

  /** Those of the courses' cases that stand, locked against changes until the transaction ends. */
  List<StandingCase> lock(Handle handle, Collection<UUID> courses) {
    return handle
        .createQuery(
            """
            select id, course_id, status_version = 0 from tracking.case_file
            where course_id = any (cast(:courses as uuid[])) order by id for update
            """)
        .bindArray("courses", UUID.class, courses.toArray())
        .map(
            (row, context) ->
                new StandingCase(
                    row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)))
        .list();
  }

  /** A case to be opened for each of the courses, in their order, under a new id and 症例番号. */
  List<NewCase> drawn(Handle handle, Collection<UUID> courses) {
    if (courses.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            select course_id, first_submitted_at, nextval('tracking.case_number')
            from (select given.course_id, min(n.submitted_at) as first_submitted_at
                  from unnest(cast(:courses as uuid[])) with ordinality given (course_id, place)
                  join notification.published_notification n on n.course_id = given.course_id
                  group by given.course_id, given.place order by given.place) course
            """)
        .bindArray("courses", UUID.class, courses.toArray())
        .map(
            (row, context) ->
                new NewCase(
                    Uuids.next(),
                    row.getObject(1, UUID.class),
                    CaseNumber.of(
                        row.getObject(2, OffsetDateTime.class).toInstant(), row.getLong(3))))
        .list();
  }

  /**
   * Opens the cases; the receiving centre (届出先) is responsible until a handover ([S4]), and the
   * first status stands in the name of the institution that gave it ([S5-2]).
   */
  void open(Handle handle, List<NewCase> cases, Instant now) {
    if (cases.isEmpty()) {
      return;
    }
    handle
        .createQuery(OPEN)
        .bindArray("courses", UUID.class, cases.stream().map(NewCase::course).toArray())
        .bindArray("ids", UUID.class, cases.stream().map(NewCase::id).toArray())
        .bindArray(
            "numbers", String.class, cases.stream().map(each -> each.number().value()).toArray())
        .bind("now", at(now))
        .map((row, context) -> true)
        .one();
  }

  /**
   * Brings what the cases take from their notifications to the present state, and what lists are
   * read by with it. A status that the institution gives is taken only where there is none yet.
   */
  void refresh(Handle handle, List<StandingCase> cases, Instant now) {
    if (cases.isEmpty()) {
      return;
    }
    Object[] ids = cases.stream().map(StandingCase::id).toArray();
    handle
        .createUpdate(REFRESH)
        .bindArray("courses", UUID.class, cases.stream().map(StandingCase::course).toArray())
        .bindArray("ids", UUID.class, ids)
        .bindArray(
            "statusless", Boolean.class, cases.stream().map(StandingCase::statusless).toArray())
        .bind("now", at(now))
        .execute();
    call(handle, "select tracking.show_case_state(cast(:cases as uuid[]))", ids);
  }

  /** Tells everybody who may see the cases, through the feed, in the order given. */
  void announce(Handle handle, Collection<UUID> cases) {
    call(handle, "select tracking.announce(cast(:cases as uuid[]))", cases.toArray());
  }

  private static void call(Handle handle, String sql, Object[] cases) {
    handle.createQuery(sql).bindArray("cases", UUID.class, cases).map((row, context) -> true).one();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * A case that stands already.
   *
   * @param statusless whether nobody has given it a status (現在のステータス) yet
   */
  record StandingCase(UUID id, UUID course, boolean statusless) {}

  /** A case to be opened. */
  record NewCase(UUID id, UUID course, CaseNumber number) {}
}
